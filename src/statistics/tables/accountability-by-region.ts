/** 按行政区划: persons held accountable in the office itself and in every county. */
import { countTable } from '../count-table.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';
export const accountabilityByRegion = countTable({
  id: 'accountability-by-region',
  title: '追责问责人员按行政区划统计',
  askedBy: '市委',
  doc: '市本级和每个县（区）追责问责多少人，没有的列 0',
  kind: 'accountability',
  measure: PERSONS,
  counted: '人数',
  unit: '人',
  notes: [PERSONS_NOTE],
  by: ['region'],
});
