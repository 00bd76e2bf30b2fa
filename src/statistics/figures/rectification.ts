/** 问题整改: items to be put right, done and overdue, and the rate of those done. */
import { ratio } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { DONE, isPast, OVERDUE_NOTE } from '../overdue.js';
import type { FigureGroup } from './figure.js';
import { percentFigure } from './percent.js';

export const rectificationFigures: FigureGroup = {
  title: '问题整改',
  kinds: ['rectification'],
  queries: (context) => [
    countQuery(context, { kind: 'rectification' }),
    countQuery(context, { kind: 'rectification', by: ['status', 'deadline'] }),
  ],
  build: ([all, byDeadline], context) => {
    const index = new CountIndex(byDeadline);
    const sum = (fits: (status: string | null, deadline: string | null) => boolean): number =>
      index.tuples
        .filter(([status, deadline]) => fits(status ?? null, deadline ?? null))
        .reduce((total, tuple) => total + index.of(tuple), 0);
    const done = sum((status) => status === DONE);
    return [
      { item: '整改事项', value: totalOf(all), unit: '项' },
      { item: '其中：已完成', value: done, unit: '项' },
      { item: '其中：逾期未完成', value: sum((status, day) => status !== DONE && isPast(day, context)), unit: '项' },
      percentFigure('整改完成率（已完成÷整改事项）', ratio(done, totalOf(all))),
    ];
  },
  notes: [OVERDUE_NOTE],
};
