/** 行政复议按领域: single cases by area of administration, their results as columns. */
import { countTable } from '../count-table.js';

export const reconsiderationByArea = countTable({
  id: 'reconsideration-by-area',
  title: '行政复议案件按领域和结果统计',
  askedBy: '法治建设办',
  doc: '各领域复议案件结果怎样，被纠错的集中在哪里',
  kind: 'reconsideration',
  by: ['area'],
  split: 'result',
  counted: '收案数',
  unit: '件',
  notes: ['“未填写”指尚未审结。只统计逐案登记的案件，不与年度数相加。'],
});
