/** 按来源: leads by the work in which they were found (线索来源), and what became of them. */
import { countTable } from '../count-table.js';

export const leadsByChannel = countTable({
  id: 'leads-by-channel',
  title: '问题线索按来源统计',
  askedBy: '法治建设办',
  doc: '法治督察、行政复议、执法监督各发现多少线索，各有多少应移送',
  kind: 'lead',
  by: ['source_channel'],
  split: 'decision',
  counted: '线索数',
  unit: '件',
  share: true,
});
