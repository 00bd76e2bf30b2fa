/**
 * 行政复议按领域和年度: cases received per area (行政管理类别) and year, and the change of the latest year on the one before.
 * Base 0 has no percentage and prints as —.
 */
import { changeRate } from '../checked-totals.js';
import type { StatisticsTable } from '../table.js';
import { YEARLY_NOTE, yearlyCases, yearlyCharts, yearlyQuery } from '../yearly-cases.js';

export const reconsiderationByYear: StatisticsTable = {
  id: 'reconsideration-by-year',
  title: '行政复议案件按领域和年度统计',
  askedBy: '法治建设办',
  doc: '各领域复议收案逐年多少、增减多少，看执法是否规范',
  kinds: ['reconsideration-year'],
  options: {},
  queries: (context) => [yearlyQuery(context, 'received')],
  build: ([answer]) => {
    const cases = yearlyCases(answer);
    const [base, now] = [cases.years.at(-2), cases.years.at(-1)];
    const row = (title: string, of: (year: string) => number) => ({
      area: title,
      ...Object.fromEntries(cases.years.map((year) => [year, of(year)])),
      ...(base && now ? { change: of(now) - of(base), change_rate: changeRate(of(now), of(base)) } : {}),
    });
    return {
      columns: [
        { id: 'area', title: '行政管理类别', type: 'text' },
        ...cases.years.map((year) => ({ id: year, title: `${year}年`, type: 'count' as const, unit: '件' })),
        ...(base
          ? [
              { id: 'change', title: '增减', type: 'count' as const, unit: '件' },
              { id: 'change_rate', title: '增减幅度', type: 'percent' as const },
            ]
          : []),
      ],
      rows: cases.areas.map((area) => row(area, (year) => cases.of(area, year))),
      totals: row('合计', (year) => cases.areas.reduce((sum, area) => sum + cases.of(area, year), 0)),
      notes: [YEARLY_NOTE],
      charts: yearlyCharts(cases),
    };
  },
};
