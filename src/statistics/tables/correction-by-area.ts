/** 纠错案件按领域: corrected acts by area of administration, the ways of correction as columns. */
import { countTable } from '../count-table.js';

export const correctionByArea = countTable({
  id: 'correction-by-area',
  title: '纠错案件按领域统计',
  askedBy: '市委巡察',
  doc: '哪些执法领域被纠错多',
  kind: 'correction',
  by: ['area'],
  split: 'way',
  counted: '纠错案件',
  unit: '件',
});
