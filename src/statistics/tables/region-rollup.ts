/**
 * 多级联动汇总 (roll-up): the office itself and every county below it, side by side in the main figures, and the city as
 * their sum. A county without records is printed as 0: that is what the table is for.
 */
import type { CountQuery } from '../../domain/counting.js';
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: string;
  readonly measure?: CountQuery['measure'];
  readonly where?: CountQuery['where'];
}

const FIGURES: readonly Figure[] = [
  { id: 'leads', title: '问题线索', unit: '件', kind: 'lead' },
  { id: 'transfers', title: '应移送', unit: '件', kind: 'lead', where: { decision: ['transfer'] } },
  { id: 'cases', title: '典型案例', unit: '起', kind: 'typical-case' },
  { id: 'persons', title: '追责问责', unit: '人', kind: 'accountability', measure: PERSONS },
  { id: 'problems', title: '查摆问题', unit: '个', kind: 'supervision', measure: 'sum:problems' },
  { id: 'rules', title: '完善制度', unit: '件', kind: 'supervision', measure: 'sum:rules' },
  { id: 'certificates', title: '清理证件', unit: '个', kind: 'supervision', measure: 'sum:certificates' },
];

const asked = (context: StatisticsContext, { kind, measure, where }: Figure, by: readonly string[]): CountQuery =>
  countQuery(context, { kind, by, ...(measure ? { measure } : {}), ...(where ? { where } : {}) });

export const regionRollup: StatisticsTable = {
  id: 'region-rollup',
  title: '市县两级工作汇总',
  askedBy: '市委',
  doc: '市本级和各县（区）主要数字并列，看谁推进慢',
  kinds: [...new Set(FIGURES.map((figure) => figure.kind))],
  options: {},
  queries: (context) => FIGURES.flatMap((figure) => [asked(context, figure, ['region']), asked(context, figure, [])]),
  build: (answers, context) => {
    const region = dimensionOf(kindOf('lead'), 'region', context);
    const figures = FIGURES.map((figure, i) => ({
      ...figure,
      of: new CountIndex(answers[i * 2]),
      total: totalOf(answers[i * 2 + 1]),
    }));
    const printed = printedValues(
      region,
      figures.flatMap(({ of }) => of.tuples.map(([code]) => code ?? null)),
    );
    // A person of one case stands in one region unless two rows contradict each other; then only the sums must agree.
    for (const { id, measure, of, total } of figures)
      if (measure !== PERSONS)
        mustAddUp(
          'region-rollup',
          id,
          total,
          printed.map((code) => of.of([code])),
        );
    return {
      columns: [
        { id: 'region', title: region.title, type: 'text' },
        ...FIGURES.map(({ id, title, unit }) => ({ id, title, type: 'count' as const, unit })),
      ],
      rows: printed.map((code) => ({
        region: region.titleOf(code),
        ...Object.fromEntries(figures.map(({ id, of }) => [id, of.of([code])])),
      })),
      totals: { region: '合计', ...Object.fromEntries(figures.map(({ id, total }) => [id, total])) },
      notes: [PERSONS_NOTE],
      charts: [
        {
          kind: 'heat',
          title: '市县两级工作分布',
          unit: '',
          categories: ['问题线索', '应移送', '典型案例', '追责问责'],
          series: printed.map((code) => ({
            name: region.titleOf(code),
            values: figures.slice(0, 4).map(({ of }) => of.of([code])),
          })),
        },
      ],
    };
  },
};
