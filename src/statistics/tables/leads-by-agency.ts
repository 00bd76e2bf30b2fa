/** 按单位: leads by the agency that they are about (被反映单位), the most frequent first. */
import { countTable } from '../count-table.js';

export const leadsByAgency = countTable({
  id: 'leads-by-agency',
  title: '问题线索按单位统计',
  askedBy: '纪委监委',
  doc: '哪些单位的线索多，多的在前',
  kind: 'lead',
  by: ['agency'],
  split: 'decision',
  counted: '线索数',
  unit: '件',
});
