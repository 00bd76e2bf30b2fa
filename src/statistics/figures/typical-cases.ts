/** 典型案例: how many verified cases were circulated to the whole city. */
import { countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';

export const typicalCaseFigures: FigureGroup = {
  title: '典型案例',
  kinds: ['typical-case'],
  queries: (context) => [countQuery(context, { kind: 'typical-case' })],
  build: ([cases]) => [{ item: '通报典型案例', value: totalOf(cases), unit: '起' }],
};
