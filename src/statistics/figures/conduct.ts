/** 行为类型: leads of 行政不作为, 乱作为 and 滥用职权. */
import { CountIndex, countQuery } from '../counts.js';
import type { FigureGroup } from './figure.js';

const CONDUCTS = ['行政不作为', '乱作为', '滥用职权'] as const;

export const conductFigures: FigureGroup = {
  title: '履职行为',
  kinds: ['lead'],
  queries: (context) => [countQuery(context, { kind: 'lead', by: ['conduct'] })],
  build: ([byConduct]) => {
    const conducts = new CountIndex(byConduct);
    return CONDUCTS.map((conduct) => ({ item: `${conduct}线索`, value: conducts.of([conduct]), unit: '件' }));
  },
};
