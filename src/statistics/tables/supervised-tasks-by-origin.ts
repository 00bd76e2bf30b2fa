/** 批示督办按来源: how many tasks came of instructions, of meetings, and how many are done or overdue. */
import { figureTable } from '../figure-table.js';
import { OVERDUE_NOTE } from '../overdue.js';
import { progressFigures } from '../progress-figures.js';

export const supervisedTasksByOrigin = figureTable({
  id: 'supervised-tasks-by-origin',
  title: '批示督办事项办理统计',
  askedBy: '市委',
  doc: '领导批示、交办、会议议定的事项各办结多少、逾期多少',
  by: 'origin',
  figures: progressFigures('supervised-task', '件', '督办事项'),
  notes: [OVERDUE_NOTE, '完成率＝已完成÷全部事项。'],
  chart: { kind: 'bars', unit: '件', figures: ['count', 'done', 'overdue'] },
});
