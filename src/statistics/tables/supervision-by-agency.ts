/** 执法监督成果按单位: problems found, rules improved, certificates cleared (问题/制度/证件) of each agency, added up. */
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'supervision';
const SUMS = [
  { id: 'problems', title: '查摆问题', unit: '个' },
  { id: 'rules', title: '完善执法制度', unit: '件' },
  { id: 'certificates', title: '清理行政执法证件', unit: '个' },
] as const;

export const supervisionByAgency: StatisticsTable = {
  id: 'supervision-by-agency',
  title: '执法监督成果按单位统计',
  askedBy: '法治建设办',
  doc: '各单位查摆问题、完善执法制度、清理行政执法证件三项数字',
  kinds: [KIND],
  options: {},
  queries: (context) =>
    SUMS.flatMap(({ id }) => [
      countQuery(context, { kind: KIND, measure: `sum:${id}` as const, by: ['agency'] }),
      countQuery(context, { kind: KIND, measure: `sum:${id}` as const }),
    ]),
  build: (answers, context) => {
    const sums = SUMS.map((sum, i) => ({
      ...sum,
      of: new CountIndex(answers[i * 2]),
      total: totalOf(answers[i * 2 + 1]),
    }));
    const agency = dimensionOf(kindOf(KIND), 'agency', context);
    const printed = printedValues(
      agency,
      sums.flatMap(({ of }) => of.tuples.map(([name]) => name ?? null)),
    );
    for (const { id, of, total } of sums)
      mustAddUp(
        'supervision-by-agency',
        id,
        total,
        printed.map((name) => of.of([name])),
      );
    return {
      columns: [
        { id: 'agency', title: agency.title, type: 'text' },
        ...SUMS.map(({ id, title, unit }) => ({ id, title, type: 'count' as const, unit })),
      ],
      rows: printed.map((name) => ({
        agency: agency.titleOf(name),
        ...Object.fromEntries(sums.map(({ id, of }) => [id, of.of([name])])),
      })),
      totals: { agency: '合计', ...Object.fromEntries(sums.map(({ id, total }) => [id, total])) },
    };
  },
};
