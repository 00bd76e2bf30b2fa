/**
 * 移送后的处置: leads by the way in which the commission disposed of them, and how many went on file, to the judicial organs or were
 * concluded. Counts leads, not rows of feedback; a lead disposed of in two ways stands under both and once in the total.
 */

import { ratio } from '../checked-totals.js';
import { CountIndex, countQuery } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'disposition';
const STAGES = [
  { id: 'filed', title: '立案', stage: '立案' },
  { id: 'judicial', title: '移送司法', stage: '移送司法' },
  { id: 'closed', title: '办结', stage: '办结' },
] as const;

const NO_METHOD = '尚未反馈处置方式';

export const transferOutcomes: StatisticsTable = {
  id: 'transfer-outcomes',
  title: '移送线索处置结果统计',
  askedBy: '纪委监委',
  doc: '谈话函询、初步核实、暂存待查、予以了结各多少件，多少立案、办结',
  kinds: [KIND],
  options: {},
  queries: (context) => [
    countQuery(context, { kind: KIND, by: ['lead_no', 'method'] }),
    countQuery(context, { kind: KIND, by: ['lead_no', 'stage'] }),
  ],
  build: ([methods, stages], context) => {
    const byLead = new Map<string, Set<string>>();
    for (const [lead, method] of new CountIndex(methods).tuples) {
      if (!lead) continue;
      const known = byLead.get(lead) ?? new Set<string>();
      if (method) known.add(method);
      byLead.set(lead, known);
    }
    const reached = new CountIndex(stages);
    const dimension = dimensionOf(kindOf(KIND), 'method', context);
    const printed = printedValues(
      dimension,
      [...byLead.values()].flatMap((known) => [...known]),
    );
    const row = (method: string, leads: readonly string[]) => ({
      method,
      count: leads.length,
      share: ratio(leads.length, byLead.size),
      ...Object.fromEntries(
        STAGES.map(({ id, stage }) => [id, leads.filter((lead) => reached.of([lead, stage]) > 0).length]),
      ),
    });
    const leadsWith = (fits: (known: ReadonlySet<string>) => boolean): readonly string[] =>
      [...byLead].filter(([, known]) => fits(known)).map(([lead]) => lead);
    const rows = [
      ...printed.map((method) =>
        row(
          dimension.titleOf(method),
          leadsWith((known) => known.has(method ?? '')),
        ),
      ),
      row(
        NO_METHOD,
        leadsWith((known) => known.size === 0),
      ),
    ];
    return {
      columns: [
        { id: 'method', title: dimension.title, type: 'text' },
        { id: 'count', title: '线索数', type: 'count', unit: '件' },
        { id: 'share', title: '占比', type: 'percent' },
        ...STAGES.map(({ id, title }) => ({ id, title, type: 'count' as const, unit: '件' })),
      ],
      rows,
      totals: {
        ...row(
          '合计',
          leadsWith(() => true),
        ),
      },
      notes: ['按线索计，反馈日期在时段内的列入；先后有两种处置方式的线索各列一次，合计只计一件。'],
      charts: byLead.size
        ? [
            {
              kind: 'bars',
              title: '移送线索处置方式',
              unit: '件',
              categories: rows.map((each) => each.method),
              series: [{ name: '线索数', values: rows.map((each) => each.count) }],
            },
          ]
        : [],
    };
  },
};
