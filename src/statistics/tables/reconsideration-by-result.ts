/** 行政复议按结果: single cases by result, with the share of each. */
import { countTable } from '../count-table.js';

export const reconsiderationByResult = countTable({
  id: 'reconsideration-by-result',
  title: '行政复议案件按结果统计',
  askedBy: '法治建设办',
  doc: '维持、撤销、变更、调解等各占多少',
  kind: 'reconsideration',
  by: ['result'],
  split: 'procedure',
  counted: '收案数',
  unit: '件',
  share: true,
  notes: ['“未填写”指尚未审结。只统计逐案登记的案件，不与年度数相加。'],
});
