/** 行政复议: cases received per area (行政管理类别) in the two latest years, and the change between them. */

import { changeRate } from '../checked-totals.js';
import { byPinyin } from '../order.js';
import { YEARLY_NOTE, type YearlyCases, yearlyCases, yearlyCharts, yearlyQuery } from '../yearly-cases.js';
import type { FigureGroup } from './figure.js';

/** The overview names the areas that changed most; all of them stand in the table by area and year. */
const SHOWN_AREAS = 4;

/** Areas by the size of their change between the two latest years, equal ones by pinyin. */
const mostChanged = ({ unsorted, years, of }: Omit<YearlyCases, 'areas'>): readonly string[] => {
  const [base, now] = [years.at(-2), years.at(-1)];
  const change = (area: string): number => Math.abs((now ? of(area, now) : 0) - (base ? of(area, base) : 0));
  return unsorted.toSorted((a, b) => change(b) - change(a) || byPinyin(a, b)).slice(0, SHOWN_AREAS);
};

export const reconsiderationFigures: FigureGroup = {
  title: '行政复议',
  kinds: ['reconsideration-year'],
  queries: (context) => [yearlyQuery(context, 'received')],
  build: ([answer]) => {
    const cases = yearlyCases(answer);
    const [base, now] = [cases.years.at(-2), cases.years.at(-1)];
    return mostChanged(cases).flatMap((area) => {
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
  charts: ([answer]) => {
    const { years, unsorted, of } = yearlyCases(answer);
    return yearlyCharts({ years, unsorted, of, areas: mostChanged({ years, unsorted, of }) });
  },
  notes: [YEARLY_NOTE, `行政复议只列出增减最多的 ${SHOWN_AREAS} 个领域，全部领域见“行政复议案件按领域和年度统计”。`],
};
