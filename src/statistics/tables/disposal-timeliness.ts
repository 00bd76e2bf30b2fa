/**
 * 处置及时性: of the leads that the commission signed for in the period, how many came to each stage (处置, 立案, 办结 …), how many days
 * after the signature, and how long those wait that have not come to it. A stage that is told twice counts by its first day.
 */
import { CountIndex, countQuery } from '../counts.js';
import { daysBetween, Histogram } from '../days.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import { daysWaited } from '../overdue.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'disposition';
const SIGNED = '签收';
/** Every lead comes to these; that it went on file or to the judicial organs is not owed. */
const OWED: ReadonlySet<string> = new Set(['受理', '处置', '办结']);
/** A lead that was passed on, handed back or concluded waits for nothing. */
const ENDED = ['转送', '退回', '办结'] as const;

export const disposalTimeliness: StatisticsTable = {
  id: 'disposal-timeliness',
  title: '移送线索处置及时性统计',
  askedBy: '纪委监委',
  doc: '签收以后几天提出处置、立案、办结，还有几件没有到、最长等了几天',
  kinds: [KIND],
  options: {},
  queries: (context) => [
    countQuery(context, { kind: KIND, by: ['lead_no', 'stage', 'date'], period: { from: null, to: null } }),
  ],
  build: ([answer], context) => {
    const { from, to } = context.period;
    const first = new Map<string, string>();
    for (const [lead, stage, day] of new CountIndex(answer).tuples) {
      const key = `${stage}\u001f${lead}`;
      const known = first.get(key);
      if (day && (known === undefined || day < known)) first.set(key, day);
    }
    const signed = [...first].flatMap(([key, day]): [string, string][] => {
      const [stage, lead = ''] = key.split('\u001f');
      return stage === SIGNED && (from === null || day >= from) && (to === null || day <= to) ? [[lead, day]] : [];
    });
    const isOpen = (lead: string): boolean => !ENDED.some((stage) => first.has(`${stage}\u001f${lead}`));
    const dimension = dimensionOf(kindOf(KIND), 'stage', context);
    const stages = printedValues(dimension, []).filter((stage) => stage !== null && stage !== SIGNED);
    return {
      columns: [
        { id: 'stage', title: dimension.title, type: 'text' },
        { id: 'count', title: '已到此环节', type: 'count', unit: '件' },
        { id: 'median', title: '签收后中位天数', type: 'days', unit: '天' },
        { id: 'longest', title: '签收后最长天数', type: 'days', unit: '天' },
        { id: 'waiting', title: '尚未到', type: 'count', unit: '件' },
        { id: 'longest_wait', title: '最长等待天数', type: 'days', unit: '天' },
      ],
      rows: stages.map((stage) => {
        const days = signed.map(([lead, day]) => {
          const reached = first.get(`${stage}\u001f${lead}`);
          return { lead, day, taken: reached === undefined ? null : daysBetween(day, reached) };
        });
        const taken = new Histogram(days.flatMap((each) => (each.taken === null ? [] : [[each.taken, 1] as const])));
        const waits = new Histogram(
          days.flatMap(({ lead, day, taken: reached }) =>
            reached === null && isOpen(lead) ? [[daysWaited(day, context), 1] as const] : [],
          ),
        );
        const owed = OWED.has(stage ?? '');
        return {
          stage: dimension.titleOf(stage),
          count: taken.size,
          median: taken.median(),
          longest: taken.longest(),
          waiting: owed ? waits.size : null,
          longest_wait: owed ? waits.longest() : null,
        };
      }),
      totals: null,
      notes: [
        `统计签收日期在时段内的线索，共 ${signed.length} 件；天数为自然日，从签收起算。`,
        '转送、退回、办结的不再等待；立案、移送司法等不是每件都要经过的环节，不统计尚未到的。',
      ],
    };
  },
};
