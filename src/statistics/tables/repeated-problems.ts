/**
 * 通报前后 (before and after): leads of an agency in the twelve months before its first typical case was circulated and in the
 * twelve after. Equal spans, because agencies circulated early have more time to fail again. Leads are counted per month, which
 * the ledger keeps: the month of the circular belongs to before.
 */
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, listQuery, totalOf } from '../counts.js';
import { kindOf } from '../kind-of.js';
import { fieldReader, textValue } from '../list-table.js';
import { columnOf } from '../period.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'typical-case';
const MONTHS = 12;

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const repeatedProblems: StatisticsTable = {
  id: 'repeated-problems',
  title: '典型案例通报前后问题重复发生情况',
  askedBy: '纪委监委',
  doc: '被通报的单位，通报后同样长的时间里问题少了没有',
  kinds: [KIND, 'lead'],
  options: {},
  queries: (context) => {
    const open = { from: null, to: context.period.to };
    return [
      countQuery(context, { kind: KIND }),
      listQuery(context, KIND),
      countQuery(context, { kind: 'lead', by: ['agency'], columns: 'month', period: open }),
    ];
  },
  build: ([all, cases, leads]) => {
    const read = fieldReader(kindOf(KIND));
    const records = (cases?.records ?? []).map(read);
    mustAddUp('repeated-problems', 'the number of cases', totalOf(all), [records.length]);
    const agencies = new Map<string, { readonly numbers: string[]; readonly first: string }>();
    // Records come by day, so the first of an agency is its earliest.
    for (const field of records) {
      const agency = textValue(field('agency'));
      const day = textValue(field('published_on'));
      if (agency === null || day === null) continue;
      const known = agencies.get(agency) ?? { numbers: [], first: day };
      known.numbers.push(String(field('case_no') ?? ''));
      agencies.set(agency, known);
    }
    const months = new CountIndex(leads, true);
    const rows = [...agencies].map(([agency, { numbers, first }]) => {
      const circular = monthNumber(columnOf(first, 'month'));
      const between = (from: number, to: number): number =>
        months.tuples
          .filter(([name, month]) => {
            if (name !== agency || typeof month !== 'string') return false;
            const distance = monthNumber(month) - circular;
            return distance >= from && distance <= to;
          })
          .reduce((sum, tuple) => sum + months.of(tuple), 0);
      const before = between(1 - MONTHS, 0);
      const after = between(1, MONTHS);
      const later = between(1, Number.MAX_SAFE_INTEGER);
      return {
        agency,
        cases: numbers.join('、'),
        first,
        before,
        after,
        change: after - before,
        later,
        state: later === 0 ? '未再发生' : '仍有发生',
      };
    });
    return {
      columns: [
        { id: 'agency', title: '涉案单位', type: 'text' },
        { id: 'cases', title: '典型案例', type: 'text' },
        { id: 'first', title: '首次通报日期', type: 'date' },
        { id: 'before', title: '通报前12个月线索', type: 'count', unit: '件' },
        { id: 'after', title: '通报后12个月线索', type: 'count', unit: '件' },
        { id: 'change', title: '增减', type: 'count', unit: '件' },
        { id: 'later', title: '通报后全部线索', type: 'count', unit: '件' },
        { id: 'state', title: '情况', type: 'text' },
      ],
      rows,
      totals: {
        agency: `合计 ${rows.length} 个单位`,
        ...Object.fromEntries(
          (['before', 'after', 'change', 'later'] as const).map((id) => [
            id,
            rows.reduce((sum, row) => sum + row[id], 0),
          ]),
        ),
      },
      notes: [
        '按月比较：通报当月算通报前，次月起算通报后；前后各取12个月，时间一样长才可比。',
        '通报不满12个月的，通报后只到统计时段末，数字会偏少；没有填写涉案单位的典型案例不列入。',
      ],
      charts: rows.some((row) => row.before + row.after > 0)
        ? [
            {
              kind: 'bars',
              title: '典型案例通报前后各12个月线索数',
              unit: '件',
              categories: rows.map((row) => row.agency),
              series: [
                { name: '通报前', values: rows.map((row) => row.before) },
                { name: '通报后', values: rows.map((row) => row.after) },
              ],
            },
          ]
        : [],
    };
  },
};
