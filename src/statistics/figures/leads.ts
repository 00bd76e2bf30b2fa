/** 问题线索: how many leads, and what became of them when checked against the seven situations. */
import { DECISION_TITLES, DECISIONS } from '../../domain/assessment.js';
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';

export const leadFigures: FigureGroup = {
  title: '问题线索',
  kinds: ['lead'],
  queries: (context) => [
    countQuery(context, { kind: 'lead' }),
    countQuery(context, { kind: 'lead', by: ['decision'] }),
  ],
  build: ([all, byDecision]) => {
    const decisions = new CountIndex(byDecision);
    const total = totalOf(all);
    mustAddUp(
      'overview',
      '问题线索',
      total,
      decisions.tuples.map((tuple) => decisions.of(tuple)),
    );
    return [
      { item: '线索总数', value: total, unit: '件' },
      ...DECISIONS.map((decision) => ({
        item: `其中：${DECISION_TITLES[decision]}`,
        value: decisions.of([decision]),
        unit: '件',
      })),
    ];
  },
  charts: ([, byDecision]) => {
    const decisions = new CountIndex(byDecision);
    return decisions.tuples.length
      ? [
          {
            kind: 'bars',
            title: '问题线索比对结论',
            unit: '件',
            categories: DECISIONS.map((decision) => DECISION_TITLES[decision]),
            series: [{ name: '线索数', values: DECISIONS.map((decision) => decisions.of([decision])) }],
          },
        ]
      : [];
  },
};
