/**
 * 督察反馈意见整改: items by the inspection that raised them, done, overdue, and reviewed. Done is what the agency says, reviewed is
 * what somebody went and looked at: the two rates are told apart.
 */
import { ratio } from '../checked-totals.js';
import { figureTable } from '../figure-table.js';
import { OVERDUE_NOTE } from '../overdue.js';
import { progressFigures } from '../progress-figures.js';

const KIND = 'rectification';

export const rectificationBySource = figureTable({
  id: 'rectification-by-source',
  title: '督察反馈意见整改完成率',
  askedBy: '市委',
  doc: '中央依法治国办、省委依法治省办等反馈意见整改完成多少、复核多少',
  by: 'source',
  figures: [
    ...progressFigures(KIND, '项', '整改事项'),
    {
      id: 'reviewed',
      title: '已复核',
      unit: '项',
      kind: KIND,
      keep: { fields: ['reviewed_on'], passes: ([day]) => day !== null },
    },
    { id: 'review_rate', title: '复核率', type: 'percent', derive: (of) => ratio(of('reviewed'), of('count')) },
  ],
  notes: [OVERDUE_NOTE, '完成率＝已完成÷全部事项，复核率＝已复核÷全部事项；完成是责任单位报的，复核是有人看过的。'],
  chart: { kind: 'bars', unit: '项', figures: ['count', 'done', 'reviewed'] },
});
