/** 走势: leads found per quarter and channel, quarters without leads kept. */
import { countTable } from '../count-table.js';

export const leadTrend = countTable({
  id: 'lead-trend',
  title: '问题线索逐季走势',
  askedBy: '市委',
  doc: '每季度从各项工作中发现多少线索，没有的季度列 0',
  kind: 'lead',
  counted: '线索数',
  unit: '件',
  by: ['source_channel'],
  columns: 'quarter',
});
