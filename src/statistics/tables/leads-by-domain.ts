/** 按行政领域: leads by the area of administration (行政领域) in which they arose. */
import { countTable } from '../count-table.js';

export const leadsByDomain = countTable({
  id: 'leads-by-domain',
  title: '问题线索按行政领域统计',
  askedBy: '法治建设办',
  doc: '哪些执法领域问题多，用于选定督察重点',
  kind: 'lead',
  counted: '线索数',
  unit: '件',
  by: ['agency_domain'],
  split: 'decision',
});
