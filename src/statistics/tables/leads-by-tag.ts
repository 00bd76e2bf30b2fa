/** 按问题标签: leads that touch people in need (急难愁盼) or the business environment (破坏营商环境). */
import { countTable } from '../count-table.js';

export const leadsByTag = countTable({
  id: 'leads-by-tag',
  title: '群众急难愁盼和破坏营商环境问题统计',
  askedBy: '营商环境评估',
  doc: '急难愁盼、破坏营商环境的线索各有多少',
  kind: 'lead',
  counted: '线索数',
  unit: '件',
  by: ['issue_tags'],
  several: '一件线索可有几个标签，各标签各计一件，合计按线索只计一件。',
});
