/** 会议: joint meetings, case analysis meetings, county dispatch meetings, and the items they agreed on. */
import { CountIndex, countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';

export const meetingFigures: FigureGroup = {
  title: '会议',
  kinds: ['meeting'],
  queries: (context) => [
    countQuery(context, { kind: 'meeting', by: ['type'] }),
    countQuery(context, { kind: 'meeting', measure: 'sum:items' }),
    countQuery(context, { kind: 'meeting', measure: 'sum:items_done' }),
  ],
  build: ([byType, items, done]) => {
    const types = new CountIndex(byType);
    return [
      ...['联席会议', '案情分析会', '专题调度会'].map((type) => ({ item: type, value: types.of([type]), unit: '次' })),
      { item: '议定事项', value: totalOf(items), unit: '项' },
      { item: '其中：已办结', value: totalOf(done), unit: '项' },
    ];
  },
};
