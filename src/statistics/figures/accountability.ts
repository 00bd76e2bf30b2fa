/**
 * 追责问责: persons, of them handed to judicial organs, by rank group, the county governments and the departments whose
 * successive heads are among them. 移送司法 is a part of the persons, never added to them.
 */
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';
import type { StatisticsContext } from '../table.js';
import type { Figure, FigureGroup } from './figure.js';

const DEPUTY = '政府分管负责人';
const HEAD = '部门主要负责人';

/** A code ending in 00 is a city or province; the mechanism's figure is about county governments. */
const isCounty = (code: string | null): boolean => code !== null && !code.endsWith('00');

/** The longest run of consecutive tenures (第 n 任, 第 n+1 任 …) among the numbers given. */
const longestRun = (tenures: readonly number[]): number => {
  const sorted = [...new Set(tenures)].sort((a, b) => a - b);
  let longest = sorted.length ? 1 : 0;
  let run = longest;
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i] === (sorted[i - 1] ?? 0) + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
};

/** A row per department of which two or more successive heads were held accountable; one row of 0 where there is none. */
const successiveHeads = (heads: CountIndex): readonly Figure[] => {
  const tenures = new Map<string, number[]>();
  for (const [agency, tenure] of heads.tuples)
    if (agency && tenure) tenures.set(agency, [...(tenures.get(agency) ?? []), Number(tenure)]);
  const runs = [...tenures]
    .map(([agency, numbers]) => ({ agency, run: longestRun(numbers) }))
    .filter(({ run }) => run > 1);
  if (!runs.length) return [{ item: '同一部门连续几任主要负责人', value: 0, unit: '任' }];
  return runs
    .sort((a, b) => b.run - a.run || (a.agency < b.agency ? -1 : 1))
    .map(({ agency, run }) => ({ item: `同一部门连续几任主要负责人：${agency}`, value: run, unit: '任' }));
};

/** 职级分组 of data/choices.csv; ranks outside the list stand by themselves, so that the groups make up the total. */
const rankGroups = (ranks: CountIndex, context: StatisticsContext): readonly Figure[] => {
  const titles = new Map<string, string>();
  for (const { group, values } of context.choiceGroups.ranks ?? [])
    for (const value of values) titles.set(value, group || value);
  const numbers = new Map<string, number>([...titles.values()].map((title) => [title, 0]));
  for (const tuple of ranks.tuples) {
    const title = titles.get(tuple[0] ?? '') ?? tuple[0] ?? '职级未填写';
    numbers.set(title, (numbers.get(title) ?? 0) + ranks.of(tuple));
  }
  return [...numbers].map(([title, value]) => ({ item: `其中：${title}干部`, value, unit: '人' }));
};

export const accountabilityFigures: FigureGroup = {
  title: '追责问责',
  kinds: ['accountability'],
  queries: (context) => {
    const persons = { kind: 'accountability', measure: PERSONS };
    return [
      countQuery(context, persons),
      countQuery(context, { ...persons, where: { judicial_transfer: ['是'] } }),
      countQuery(context, { ...persons, by: ['rank'] }),
      countQuery(context, { ...persons, by: ['region'], where: { role: [DEPUTY] } }),
      countQuery(context, { ...persons, by: ['agency', 'tenure'], where: { role: [HEAD] } }),
    ];
  },
  build: ([all, judicial, byRank, deputies, heads], context) => {
    const counties = new CountIndex(deputies);
    const withDeputies = counties.tuples.filter(([region]) => isCounty(region ?? null));
    return [
      { item: '追责问责人员', value: totalOf(all), unit: '人' },
      { item: '其中：移送司法机关', value: totalOf(judicial), unit: '人' },
      ...rankGroups(new CountIndex(byRank), context),
      { item: '分管负责人被处理的县（区）政府', value: withDeputies.length, unit: '个' },
      {
        item: '其中：多名分管负责人被处理的县（区）政府',
        value: withDeputies.filter((tuple) => counties.of(tuple) > 1).length,
        unit: '个',
      },
      ...successiveHeads(new CountIndex(heads)),
    ];
  },
  notes: [PERSONS_NOTE, '移送司法机关的人员已包含在追责问责人员中；连续几任按“任期次序”相连计算。'],
};
