/**
 * 统计时段 (periods): from `2024Q2` and the like to two days and a Chinese title, to the period it is compared with,
 * and to the columns that it is split into. Whole periods keep their shape: the one before 2024年2月 is 2024年1月, not
 * the 29 days before it.
 */
import { addDays, chineseDate, daysInMonth, isoDate } from '../domain/calendar.js';
import { Failure } from '../domain/failure.js';
import type { Period } from '../domain/table.js';
import type { Comparison, PeriodColumns } from './table.js';

const SINCE_START = '机制运行以来';

const two = (n: number): string => String(n).padStart(2, '0');

/** Months `first` to `last` of a year as days, both included. */
const months = (year: number, first: number, last: number): { readonly from: string; readonly to: string } => ({
  from: `${year}-${two(first)}-01`,
  to: `${year}-${two(last)}-${two(daysInMonth(year, last))}`,
});

const refuse = (text: string, expected: string): never => {
  throw new Failure(2, 'period-not-understood', `统计时段“${text.slice(0, 40)}”看不懂。`, expected);
};

const day = (text: string): string => {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const found = parts && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return found ?? refuse(text, '起止日期请写成 2024-05-08 这样的真实日期。');
};

const titled = (from: string | null, to: string | null): Period => {
  if (from === null && to === null) return { from, to, title: SINCE_START };
  if (from === null) return { from, to, title: `${SINCE_START}至${chineseDate(to ?? '')}` };
  if (to === null) return { from, to, title: `${chineseDate(from)}以来` };
  return whole(from, to) ?? { from, to, title: `${chineseDate(from)}至${chineseDate(to)}` };
};

/** The year, quarter or month that two days span exactly, else null. */
const whole = (from: string, to: string): Period | null => {
  const year = Number(from.slice(0, 4));
  const first = Number(from.slice(5, 7));
  const last = Number(to.slice(5, 7));
  const span = months(year, first, last);
  if (span.from !== from || span.to !== to) return null;
  if (first === 1 && last === 12) return { from, to, title: `${year}年` };
  if (first === last) return { from, to, title: `${year}年${first}月` };
  return last - first === 2 && last % 3 === 0 ? { from, to, title: `${year}年第${last / 3}季度` } : null;
};

/**
 * 时段 from the command line: `2024`, `2024Q2`, `2024-05` or `since-start`, or two days of which each may be open.
 * Both at once is a contradiction and refused.
 */
export const parsePeriod = (text: string | null, from: string | null, to: string | null): Period => {
  if (text !== null && text !== 'since-start' && (from !== null || to !== null))
    throw new Failure(2, 'period-twice', '--period 与 --from、--to 同时给出，时段有两个。', '请只用其中一种。');
  if (from !== null || to !== null) {
    const first = from === null ? null : day(from);
    const last = to === null ? null : day(to);
    if (first !== null && last !== null && first > last)
      throw new Failure(2, 'period-reversed', `起始日 ${first} 晚于截止日 ${last}。`, '请把 --from 和 --to 对调。');
    return titled(first, last);
  }
  if (text === null || text === 'since-start') return titled(null, null);
  const parts = /^(\d{4})(?:Q([1-4])|-(0[1-9]|1[0-2]))?$/i.exec(text);
  const year = Number(parts?.[1]);
  if (!parts || isoDate(year, 1, 1) === null)
    return refuse(text, '请写成 2024（年）、2024Q2（季度）、2024-05（月）或 since-start（机制运行以来）。');
  const quarter = parts[2] ? Number(parts[2]) : null;
  const month = parts[3] ? Number(parts[3]) : null;
  const span = quarter ? months(year, quarter * 3 - 2, quarter * 3) : months(year, month ?? 1, month ?? 12);
  return titled(span.from, span.to);
};

/** The day `count` months away; the last day of a month stays the last day. */
const shiftMonths = (iso: string, count: number, atMonthEnd: boolean): string => {
  const index = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = daysInMonth(year, month);
  return `${year}-${two(month)}-${two(atMonthEnd ? last : Math.min(Number(iso.slice(8, 10)), last))}`;
};

/** 对比时段: the period that `period` is compared with. An open period has none. */
export const comparedPeriod = (period: Period, comparison: Comparison): Period => {
  const { from, to } = period;
  if (from === null || to === null)
    throw new Failure(
      2,
      'compare-needs-period',
      `“${period.title}”没有可比的时段。`,
      '请用 --period 或同时用 --from 和 --to 给出起止明确的时段。',
    );
  const endsMonth = Number(to.slice(8, 10)) === daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
  if (comparison === 'last-year') return titled(shiftMonths(from, -12, false), shiftMonths(to, -12, endsMonth));
  if (endsMonth && from.endsWith('-01')) {
    const length =
      (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    return titled(shiftMonths(from, -length, false), shiftMonths(to, -length, true));
  }
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return titled(addDays(from, -length), addDays(from, -1));
};

/** The column a day falls into: `2024`, `2024Q2`, `2024-05`, as the ledger's period columns are named. */
export const columnOf = (iso: string, grain: PeriodColumns): string => {
  if (grain === 'year') return iso.slice(0, 4);
  if (grain === 'month') return iso.slice(0, 7);
  return `${iso.slice(0, 4)}Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
};

/** 2024年, 2024年2季度, 2024年5月. */
export const columnTitle = (column: string): string => {
  const parts = /^(\d{4})(?:Q(\d)|-(\d\d))?$/.exec(column);
  if (!parts) return column;
  if (parts[2]) return `${parts[1]}年${parts[2]}季度`;
  return parts[3] ? `${parts[1]}年${Number(parts[3])}月` : `${parts[1]}年`;
};

/** All columns from one to another, empty ones included: a quarter without records is a fact, not a gap. */
export const columnsBetween = (first: string, last: string, grain: PeriodColumns): readonly string[] => {
  const columns: string[] = [];
  const step = grain === 'year' ? 12 : grain === 'quarter' ? 3 : 1;
  for (let at = first; at <= last; at = shiftMonths(at, step, false)) columns.push(columnOf(at, grain));
  const end = columnOf(last, grain);
  if (first <= last && columns[columns.length - 1] !== end) columns.push(end);
  return columns;
};

/** The first day of a period column. */
export const columnStart = (column: string): string => {
  const quarter = /^(\d{4})Q([1-4])$/.exec(column);
  if (quarter) return `${quarter[1]}-${two(Number(quarter[2]) * 3 - 2)}-01`;
  return column.length === 4 ? `${column}-01-01` : `${column}-01`;
};
