/** 按行政区划: leads of the office itself and of every county below it; a county without a lead is printed as 0. */
import { countTable } from '../count-table.js';

export const leadsByRegion = countTable({
  id: 'leads-by-region',
  title: '问题线索按行政区划统计',
  askedBy: '法治建设办',
  doc: '市本级和每个县（区）的线索与应移送数，没有的列 0',
  kind: 'lead',
  by: ['region'],
  split: 'decision',
  counted: '线索数',
  unit: '件',
});
