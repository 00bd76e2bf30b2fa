/** 纠错案件: acts corrected, and how many of them the agency corrected by itself (主动纠错). */
import { ratio } from '../checked-totals.js';
import { countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';
import { percentFigure } from './percent.js';

export const correctionFigures: FigureGroup = {
  title: '行政执法纠错',
  kinds: ['correction'],
  queries: (context) => [
    countQuery(context, { kind: 'correction' }),
    countQuery(context, { kind: 'correction', where: { initiative: ['主动纠错'] } }),
  ],
  build: ([all, own]) => [
    { item: '纠错案件', value: totalOf(all), unit: '件' },
    { item: '其中：主动纠错', value: totalOf(own), unit: '件' },
    percentFigure('主动纠错占比（主动纠错÷纠错案件）', ratio(totalOf(own), totalOf(all))),
  ],
};
