/** 职权问题: gaps between agencies raised, and how many of them are solved. */
import { countQuery, totalOf } from '../counts.js';
import { DONE } from '../overdue.js';
import type { FigureGroup } from './figure.js';

export const authorityFigures: FigureGroup = {
  title: '职权问题',
  kinds: ['authority-issue'],
  queries: (context) => [
    countQuery(context, { kind: 'authority-issue' }),
    countQuery(context, { kind: 'authority-issue', where: { status: [DONE] } }),
  ],
  build: ([all, solved]) => [
    { item: '执法衔接、授权、职权问题', value: totalOf(all), unit: '项' },
    { item: '其中：已解决', value: totalOf(solved), unit: '项' },
  ],
};
