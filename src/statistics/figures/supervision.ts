/** 执法监督: problems found, rules improved, certificates cleared, added up over agencies and periods. */
import { countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';

const SUMS = [
  { field: 'problems', item: '查摆问题', unit: '个' },
  { field: 'rules', item: '完善执法制度', unit: '件' },
  { field: 'certificates', item: '清理行政执法证件', unit: '个' },
] as const;

export const supervisionFigures: FigureGroup = {
  title: '执法监督',
  kinds: ['supervision'],
  queries: (context) =>
    SUMS.map(({ field }) => countQuery(context, { kind: 'supervision', measure: `sum:${field}` as const })),
  build: (answers) => SUMS.map(({ item, unit }, i) => ({ item, value: totalOf(answers[i]), unit })),
};
