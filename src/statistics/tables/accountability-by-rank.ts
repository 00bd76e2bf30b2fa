/** 按职级: persons held accountable by rank (职级), and how many of them were handed to judicial organs. */
import { countTable } from '../count-table.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';

export const accountabilityByRank = countTable({
  id: 'accountability-by-rank',
  title: '追责问责人员按职级统计',
  askedBy: '纪委监委',
  doc: '各职级追责问责人数和移送司法人数',
  kind: 'accountability',
  measure: PERSONS,
  by: ['rank'],
  split: 'judicial_transfer',
  splitTitle: '移送司法：',
  counted: '人数',
  unit: '人',
  share: true,
  notes: [PERSONS_NOTE],
});
