/** 行政复议: cases received per area (行政管理类别) in the two latest years, and the change between them. */

import { changeRate } from '../checked-totals.js';
import { YEARLY_NOTE, yearlyCases, yearlyCharts, yearlyQuery } from '../yearly-cases.js';
import type { FigureGroup } from './figure.js';

export const reconsiderationFigures: FigureGroup = {
  title: '行政复议',
  kinds: ['reconsideration-year'],
  queries: (context) => [yearlyQuery(context, 'received')],
  build: ([answer]) => {
    const cases = yearlyCases(answer);
    const [base, now] = [cases.years.at(-2), cases.years.at(-1)];
    return cases.areas.flatMap((area) => {
      const latest = now ? [{ item: `${area}类案件（${now}年）`, value: cases.of(area, now), unit: '件' }] : [];
      if (!base || !now) return latest;
      const rate = changeRate(cases.of(area, now), cases.of(area, base));
      return [
        { item: `${area}类案件（${base}年）`, value: cases.of(area, base), unit: '件' },
        ...latest,
        { item: `${area}类案件增减`, value: cases.of(area, now) - cases.of(area, base), unit: '件' },
        { item: `${area}类案件增减幅度`, value: rate === null ? null : Math.round(rate * 1000) / 10, unit: '%' },
      ];
    });
  },
  charts: ([answer]) => yearlyCharts(yearlyCases(answer)),
  notes: [YEARLY_NOTE],
};
