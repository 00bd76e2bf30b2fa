/**
 * 零移送县（区）: every county with its leads and how many were to be transferred, and where none was, why and what is done about it.
 * That a county transferred none is counted from the leads; the explanation (零移送说明) is only put beside it, and one
 * that is missing is printed as missing.
 */
import type { Value } from '../../domain/kind.js';
import { dayOf } from '../../domain/kind.js';
import type { Period } from '../../domain/table.js';
import { CountIndex, countQuery, listQuery } from '../counts.js';
import { kindOf } from '../kind-of.js';
import { countiesOf, fieldReader, textValue } from '../list-table.js';
import { columnTitle, parsePeriod } from '../period.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'zero-transfer';
const OPEN = { from: null, to: null };

/** True where a recorded span (年, 季度, 月) and the report's period share a day. */
const touches = (span: Value, { from, to }: Period): boolean => {
  const first = dayOf(span);
  if (first === null || typeof span !== 'string') return false;
  const last = parsePeriod(span, null, null).to ?? first;
  return (to === null || first <= to) && (from === null || last >= from);
};

export const zeroTransfer: StatisticsTable = {
  id: 'zero-transfer',
  title: '零移送县（区）情况',
  askedBy: '市委',
  doc: '每个县（区）有没有应移送线索；没有的，为什么、采取什么措施',
  kinds: ['lead', KIND],
  options: {},
  queries: (context) => [
    countQuery(context, { kind: 'lead', by: ['region'] }),
    countQuery(context, { kind: 'lead', by: ['region'], where: { decision: ['transfer'] } }),
    // A year's explanation begins before the month that the report is about.
    listQuery({ ...context, period: { ...context.period, ...OPEN } }, KIND),
  ],
  build: ([leads, transfers, explanations], context) => {
    const [all, transferred] = [new CountIndex(leads), new CountIndex(transfers)];
    const read = fieldReader(kindOf(KIND));
    const told = (explanations?.records ?? []).map(read).filter((field) => touches(field('period'), context.period));
    const names = new Map(context.regions.map((region) => [region.code, region.name]));
    const rows = countiesOf(context).map((code) => {
      const own = told.filter((field) => field('region') === code);
      const texts = (id: string): string | null =>
        own
          .map((field) => ({ period: columnTitle(String(field('period'))), text: textValue(field(id)) }))
          .filter(({ text }) => text !== null)
          .map(({ period, text }) => `${period}：${text}`)
          .join('；') || null;
      const n = transferred.of([code]);
      return {
        region: names.get(code) ?? code,
        leads: all.of([code]),
        transfers: n,
        state: n > 0 ? '有移送' : own.length > 0 ? '零移送，已说明' : '零移送，未说明',
        cause: texts('cause'),
        reason: texts('reason'),
        measures: texts('measures'),
        deadline: texts('deadline'),
      };
    });
    return {
      columns: [
        { id: 'region', title: '县（区）', type: 'text' },
        { id: 'leads', title: '问题线索', type: 'count', unit: '件' },
        { id: 'transfers', title: '应移送', type: 'count', unit: '件' },
        { id: 'state', title: '情况', type: 'text' },
        { id: 'cause', title: '原因类别', type: 'text' },
        { id: 'reason', title: '原因分析', type: 'text' },
        { id: 'measures', title: '改进措施', type: 'text' },
        { id: 'deadline', title: '完成时限', type: 'text' },
      ],
      rows,
      totals: {
        region: `合计 ${rows.filter((row) => row.transfers === 0).length} 个零移送`,
        leads: rows.reduce((sum, row) => sum + row.leads, 0),
        transfers: rows.reduce((sum, row) => sum + row.transfers, 0),
      },
      notes: [
        '每个县（区）都列出；移送数按比对结论“应移送”的线索统计，不取自零移送说明。合计只含各县（区），不含市本级。',
        '说明的时段与统计时段有重叠的列出；有移送的县（区）也列出以前零移送时段的说明。',
      ],
      charts: chartsOf(rows),
    };
  },
};

const chartsOf = (rows: readonly { readonly region: string; readonly leads: number; readonly transfers: number }[]) =>
  rows.some((row) => row.leads > 0)
    ? [
        {
          kind: 'bars' as const,
          title: '各县（区）问题线索和应移送线索',
          unit: '件',
          categories: rows.map((row) => row.region),
          series: [
            { name: '问题线索', values: rows.map((row) => row.leads) },
            { name: '应移送', values: rows.map((row) => row.transfers) },
          ],
        },
      ]
    : [];
