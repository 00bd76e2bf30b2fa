/** 职权问题: gaps between agencies by type, solved and open. */
import { countTable } from '../count-table.js';

export const authorityIssues = countTable({
  id: 'authority-issues',
  title: '行政执法职权问题解决情况',
  askedBy: '法治建设办',
  doc: '衔接不到位、授权不规范、职权不清晰的问题解决了多少',
  kind: 'authority-issue',
  by: ['issue'],
  split: 'status',
  counted: '问题数',
  unit: '项',
});
