/** 整改日常监督: rectification items of the office itself and of every county, for the commissions that watch over them. */
import { figureTable } from '../figure-table.js';
import { OVERDUE_NOTE } from '../overdue.js';
import { progressFigures } from '../progress-figures.js';

export const rectificationByRegion = figureTable({
  id: 'rectification-by-region',
  title: '问题整改日常监督情况',
  askedBy: '纪委监委',
  doc: '市县两级纪委监委日常监督：各县（区）整改落实了多少、逾期多少',
  by: 'region',
  figures: progressFigures('rectification', '项', '整改事项'),
  notes: [OVERDUE_NOTE, '完成率＝已完成÷全部事项。'],
  chart: { kind: 'bars', unit: '项', figures: ['count', 'done', 'overdue'] },
});
