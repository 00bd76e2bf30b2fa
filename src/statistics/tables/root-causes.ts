/** 溯源治理: root causes (病灶根源) by agency, the kinds of cause as columns. */
import { countTable } from '../count-table.js';

export const rootCauses = countTable({
  id: 'root-causes',
  title: '溯源治理：病灶根源按单位统计',
  askedBy: '纪委监委',
  doc: '哪些单位、哪类根源反复出现，从源头治理',
  kind: 'root-cause',
  by: ['agency'],
  split: 'cause',
  counted: '根源数',
  unit: '条',
});
