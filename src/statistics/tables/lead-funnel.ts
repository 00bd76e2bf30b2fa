/**
 * 办理漏斗 (funnel): how many leads came from one stage to the next: found, to be transferred, signed for by the commission,
 * put on file, and ended with somebody held accountable. Every stage counts leads, never rows or persons.
 */
import { ratio } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import type { StatisticsTable } from '../table.js';

const STAGES = ['发现线索', '应移送', '签收', '立案', '有人被追责问责'] as const;

/** Leads among the answer of a count by lead number; records that name no lead are not leads. */
const leadsOf = (index: CountIndex): number => index.tuples.filter(([lead]) => lead !== null).length;

export const leadFunnel: StatisticsTable = {
  id: 'lead-funnel',
  title: '问题线索办理漏斗',
  askedBy: '市委',
  doc: '从发现、移送、签收、立案到追责，各环节有多少件线索',
  kinds: ['lead', 'disposition', 'accountability'],
  options: {},
  queries: (context) => [
    countQuery(context, { kind: 'lead' }),
    countQuery(context, { kind: 'lead', by: ['decision'] }),
    countQuery(context, { kind: 'disposition', by: ['lead_no'], where: { stage: ['签收'] } }),
    countQuery(context, { kind: 'disposition', by: ['lead_no'], where: { stage: ['立案'] } }),
    countQuery(context, { kind: 'accountability', by: ['lead_no'] }),
  ],
  build: ([all, byDecision, signed, filed, accountable]) => {
    const decisions = new CountIndex(byDecision);
    const numbers = [
      totalOf(all),
      decisions.of(['transfer']),
      ...[signed, filed, accountable].map((answer) => leadsOf(new CountIndex(answer))),
    ];
    return {
      columns: [
        { id: 'stage', title: '环节', type: 'text' },
        { id: 'count', title: '线索数', type: 'count', unit: '件' },
        { id: 'share', title: '占发现线索', type: 'percent' },
        { id: 'step', title: '占上一环节', type: 'percent' },
      ],
      rows: STAGES.map((stage, i) => ({
        stage,
        count: numbers[i] ?? 0,
        share: ratio(numbers[i] ?? 0, numbers[0] ?? 0),
        step: i === 0 ? null : ratio(numbers[i] ?? 0, numbers[i - 1] ?? 0),
      })),
      totals: null,
      notes: ['各环节按该环节的日期计入时段，时段内签收的线索可以是以前发现的，因此比例可大于 100%。'],
      charts: numbers.some((number) => number > 0)
        ? [
            {
              kind: 'funnel',
              title: '问题线索办理漏斗',
              unit: '件',
              categories: STAGES,
              series: [{ name: '线索数', values: numbers }],
            },
          ]
        : [],
    };
  },
};
