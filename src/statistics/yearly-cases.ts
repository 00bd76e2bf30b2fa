/**
 * 行政复议年度数 by area and year: shared by the overview and the reconsideration table, so that both compare the same two
 * years. The year before the period is read along, because a change needs its base; a period shorter than a year shows
 * the years it touches, since the records are yearly.
 */

import type { StatisticsAnswer } from '../domain/answering.js';
import type { Chart } from '../domain/chart.js';
import type { CountQuery } from '../domain/counting.js';
import { CountIndex, countQuery } from './counts.js';
import { byPinyin } from './order.js';
import type { StatisticsContext } from './table.js';

export const YEARLY_NOTE =
  '行政复议按收案数统计，市本级与各县（区）的数相加；增减幅度以上一年为基数，基数为 0 时以“—”表示。';

export const yearlyQuery = (context: StatisticsContext, field: string): CountQuery => {
  const { from, to } = context.period;
  return countQuery(context, {
    kind: 'reconsideration-year',
    measure: `sum:${field}`,
    by: ['area'],
    columns: 'year',
    period: {
      from: from === null ? null : `${Number(from.slice(0, 4)) - 1}-01-01`,
      to: to === null ? null : `${to.slice(0, 4)}-12-31`,
    },
  });
};

export interface YearlyCases {
  /** Ascending, without a gap; empty where nothing is recorded. */
  readonly years: readonly string[];
  /** By pinyin. */
  readonly areas: readonly string[];
  /** The same in no order, for who sorts them otherwise. */
  readonly unsorted: readonly string[];
  readonly of: (area: string, year: string) => number;
}

export const yearlyCases = (answer: StatisticsAnswer | undefined): YearlyCases => {
  const index = new CountIndex(answer, true);
  const seen = [...new Set(index.tuples.map((tuple) => tuple[1]))].filter((year) => typeof year === 'string').sort();
  const first = Number(seen[0]);
  const last = Number(seen[seen.length - 1]);
  const years = seen.length ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : [];
  const areas = [...new Set(index.tuples.map((tuple) => tuple[0]))].filter((area) => typeof area === 'string');
  return {
    years,
    get areas() {
      return areas.toSorted(byPinyin);
    },
    unsorted: areas,
    of: (area, year) => index.of([area, year]),
  };
};

/** Cases per area, a bar per year. */
export const yearlyCharts = (cases: YearlyCases): readonly Chart[] =>
  cases.areas.length
    ? [
        {
          kind: 'bars',
          title: '行政复议收案数逐年对比',
          unit: '件',
          categories: cases.areas,
          series: cases.years.map((year) => ({
            name: `${year}年`,
            values: cases.areas.map((area) => cases.of(area, year)),
          })),
        },
      ]
    : [];
