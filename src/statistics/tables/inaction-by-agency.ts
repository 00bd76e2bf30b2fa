/**
 * 行政不作为情况 (inaction) of the agencies of the office's own level, which the organisation department (组织部) asks for
 * when it assesses cadres. Agencies of which nothing is known are printed too: 无 is an answer that it needs.
 */

import type { CountQuery } from '../../domain/counting.js';
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

const TRANSFER = { decision: ['transfer'] };

/** Own level alone, unless another region is asked for: a county's agencies are the county's to assess. */
const inactionIn = (context: StatisticsContext, more: CountQuery['where'] = {}): NonNullable<CountQuery['where']> => ({
  conduct: ['行政不作为'],
  region: context.filters.region ?? [context.office.region],
  ...more,
});

export const inactionByAgency: StatisticsTable = {
  id: 'inaction-by-agency',
  title: '本级行政机关“行政不作为”情况',
  askedBy: '组织部',
  doc: '组织部定期调取，作为考核干部的依据；没有的单位也列出',
  kinds: ['lead'],
  behind: (context) => inactionIn(context),
  options: {},
  queries: (context) => [
    countQuery(context, { kind: 'lead', by: ['agency'], where: inactionIn(context) }),
    countQuery(context, { kind: 'lead', by: ['agency'], where: inactionIn(context, TRANSFER) }),
    countQuery(context, { kind: 'lead', where: inactionIn(context) }),
    countQuery(context, { kind: 'lead', where: inactionIn(context, TRANSFER) }),
  ],
  build: ([inaction, transferred, all, allTransferred], context) => {
    const counts = new CountIndex(inaction);
    const transfers = new CountIndex(transferred);
    const agency = dimensionOf(kindOf('lead'), 'agency', context);
    const listed = context.filters.agency || context.filters.region ? [] : (context.ownAgencies ?? []);
    const printed = printedValues(
      { ...agency, values: listed },
      counts.tuples.map(([name]) => name ?? null),
    );
    mustAddUp(
      'inaction-by-agency',
      'the total',
      totalOf(all),
      printed.map((name) => counts.of([name])),
    );
    return {
      columns: [
        { id: 'agency', title: '单位', type: 'text' },
        { id: 'count', title: '行政不作为线索', type: 'count', unit: '件' },
        { id: 'transfers', title: '其中：应移送', type: 'count', unit: '件' },
        { id: 'state', title: '情况', type: 'text' },
      ],
      rows: printed.map((name) => {
        const count = counts.of([name]);
        return {
          agency: agency.titleOf(name),
          count,
          transfers: transfers.of([name]),
          state: count === 0 ? '无' : '有',
        };
      }),
      totals: { agency: '合计', count: totalOf(all), transfers: totalOf(allTransferred) },
      notes: ['按登记人填写的行为类型“行政不作为”统计；除另行指定行政区划外，只统计本级单位。'],
    };
  },
};
