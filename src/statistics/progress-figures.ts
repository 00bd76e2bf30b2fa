/**
 * 办理进度 (progress): the figures that every kind with 办理状态 and 办理时限 shares: how many matters, done, in hand, not begun, overdue,
 * and the rate of those done. Overdue ones are among those in hand or not begun, not added to them.
 */
import { ratio } from './checked-totals.js';
import type { CountedFigure, DerivedFigure } from './figure-table.js';
import { DONE, isPast } from './overdue.js';

export const progressFigures = (
  kind: string,
  unit: string,
  counted: string,
): readonly (CountedFigure | DerivedFigure)[] => [
  { id: 'count', title: counted, unit, kind },
  { id: 'done', title: '已完成', unit, kind, where: () => ({ status: [DONE] }) },
  { id: 'running', title: '办理中', unit, kind, where: () => ({ status: ['办理中'] }) },
  { id: 'waiting', title: '未开始', unit, kind, where: () => ({ status: ['未开始'] }) },
  {
    id: 'overdue',
    title: '未完成中逾期',
    unit,
    kind,
    keep: {
      fields: ['status', 'deadline'],
      passes: ([status, deadline], context) => status !== DONE && isPast(deadline ?? null, context),
    },
  },
  { id: 'rate', title: '完成率', type: 'percent', derive: (of) => ratio(of('done'), of('count')) },
];
