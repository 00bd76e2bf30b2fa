/**
 * 会议和议定事项 by type of meeting: how often, how many items were agreed on, done, open and overdue. A meeting has one
 * deadline for its items, so the open items of a meeting are overdue together.
 */
import { ratio } from '../checked-totals.js';
import { type CountedFigure, figureTable } from '../figure-table.js';
import { isPast, OVERDUE_NOTE } from '../overdue.js';

const KIND = 'meeting';

const late: CountedFigure['keep'] = {
  fields: ['deadline'],
  passes: ([deadline], context) => isPast(deadline ?? null, context),
};

export const meetings = figureTable({
  id: 'meetings',
  title: '会议议定事项办理情况',
  askedBy: '纪委监委',
  doc: '联席会议、案情分析会、专题调度会开了几次，议定事项办结多少、逾期多少',
  by: 'type',
  figures: [
    { id: 'meetings', title: '会议次数', unit: '次', kind: KIND },
    { id: 'attendance', title: '参加人数', unit: '人次', kind: KIND, measure: 'sum:attendance' },
    { id: 'items', title: '议定事项', unit: '项', kind: KIND, measure: 'sum:items' },
    { id: 'done', title: '已办结', unit: '项', kind: KIND, measure: 'sum:items_done' },
    { id: 'items_late', title: '', unit: '项', kind: KIND, measure: 'sum:items', keep: late, hidden: true },
    { id: 'done_late', title: '', unit: '项', kind: KIND, measure: 'sum:items_done', keep: late, hidden: true },
    { id: 'open', title: '未办结', unit: '项', type: 'count', derive: (of) => of('items') - of('done') },
    {
      id: 'overdue',
      title: '其中：逾期',
      unit: '项',
      type: 'count',
      derive: (of) => of('items_late') - of('done_late'),
    },
    { id: 'rate', title: '办结率', type: 'percent', derive: (of) => ratio(of('done'), of('items')) },
  ],
  notes: [OVERDUE_NOTE, '按会议登记的议定事项数统计；单列督办的事项见“批示督办台账”，两表不相加。'],
  chart: { kind: 'bars', unit: '项', figures: ['items', 'done', 'overdue'] },
});
