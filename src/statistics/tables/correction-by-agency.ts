/** 纠错案件按单位: corrected acts of each agency, the ways of correction as columns. */
import { countTable } from '../count-table.js';

export const correctionByAgency = countTable({
  id: 'correction-by-agency',
  title: '纠错案件按单位统计',
  askedBy: '市委巡察',
  doc: '各单位被纠错多少件、怎样纠正的，多的在前',
  kind: 'correction',
  by: ['agency'],
  split: 'way',
  counted: '纠错案件',
  unit: '件',
});
