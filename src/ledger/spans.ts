/**
 * 时段 (spans): a range of days as what the facts hold (everything, whole years, whole months) and the ragged days at its
 * ends, which are counted from the rows. Nothing here touches the ledger.
 */
import { addDays, daysInMonth } from '../domain/calendar.js';
import { GRAINS } from './facts.js';

export interface FactSpan {
  readonly grain: number;
  /** Periods of that grain, both included; '' and '~' are open ends. */
  readonly from: string;
  readonly to: string;
}

export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

export interface Span {
  readonly facts: readonly FactSpan[];
  readonly days: readonly DaySpan[];
}

/** Sort before and after every period. */
const OPEN_FROM = '0';
const OPEN_TO = '~';

const monthAfter = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`;
};

/** The whole range; by year only where nothing finer is asked for. */
export const spanOf = (from: string | null, to: string | null, columns: 'year' | 'quarter' | 'month' | null): Span => {
  if (from === null && to === null && columns === null)
    return { facts: [{ grain: GRAINS.all, from: '', to: '' }], days: [] };
  const days: DaySpan[] = [];
  let first = OPEN_FROM;
  let last = OPEN_TO;
  if (from !== null) first = from.endsWith('-01') ? from.slice(0, 7) : monthAfter(from.slice(0, 7));
  if (to !== null) last = to === lastDay(to.slice(0, 7)) ? to.slice(0, 7) : monthBefore(to.slice(0, 7));
  if (first > last) return { facts: [], days: from !== null && to !== null && from <= to ? [{ from, to }] : [] };
  if (from !== null && !from.endsWith('-01')) days.push({ from, to: addDays(`${first}-01`, -1) });
  if (to !== null && last !== to.slice(0, 7)) days.push({ from: `${to.slice(0, 7)}-01`, to });
  if (columns === 'month' || columns === 'quarter')
    return { facts: [{ grain: GRAINS.month, from: first, to: last }], days };
  return { facts: wholeYears(first, last), days };
};

const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** Months as whole years with the months before and after them. */
const wholeYears = (first: string, last: string): readonly FactSpan[] => {
  const year = Number(first.slice(0, 4));
  const yearFrom = first === OPEN_FROM ? OPEN_FROM : String(first.endsWith('-01') ? year : year + 1);
  const yearTo =
    last === OPEN_TO ? OPEN_TO : last.endsWith('-12') ? last.slice(0, 4) : String(Number(last.slice(0, 4)) - 1);
  if (yearFrom > yearTo) return [{ grain: GRAINS.month, from: first, to: last }];
  const spans: FactSpan[] = [{ grain: GRAINS.year, from: yearFrom, to: yearTo }];
  if (first !== OPEN_FROM && !first.endsWith('-01'))
    spans.push({ grain: GRAINS.month, from: first, to: `${first.slice(0, 4)}-12` });
  if (last !== OPEN_TO && !last.endsWith('-12'))
    spans.push({ grain: GRAINS.month, from: `${last.slice(0, 4)}-01`, to: last });
  return spans;
};
