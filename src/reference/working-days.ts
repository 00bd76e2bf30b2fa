/**
 * 工作日 (working days): counts them by the calendar files, and lists the days counted and skipped for `due --explain`.
 *
 * The day on which a period begins is not counted (期间开始之日不算在内). A count that would need a year without a calendar
 * file answers with that year instead of a date. Each year becomes one table of running totals when it is first needed,
 * so that a count over many leads costs a few look-ups and no walk through the days.
 */
import { addDays, isLeapYear } from '../domain/calendar.js';
import type { HolidayCalendar } from './calendar.js';

/** A date that cannot be known until the office adds data/calendar/YEAR.csv. */
export interface UnknownYear {
  readonly unknownYear: number;
}

/** 逐日说明: whether a day counts, and why: 工作日, 周六, 春节, 春节调休 … */
export interface DayVerdict {
  readonly date: string;
  readonly counts: boolean;
  readonly why: string;
}

export interface WorkingDays {
  /** The `count`-th working day after `date`; `date` itself for 0. */
  add(date: string, count: number): { readonly date: string } | UnknownYear;
  /** Working days after `from` up to and including `to`; negative where `to` lies before `from`. */
  between(from: string, to: string): { readonly count: number } | UnknownYear;
  /** Every day after `from` up to and including `to`. */
  days(from: string, to: string): { readonly days: readonly DayVerdict[] } | UnknownYear;
}

/** `total[n]`: working days among the first n days of the year. */
interface YearTable {
  readonly verdicts: readonly DayVerdict[];
  readonly total: Uint16Array;
}

const WEEKEND: Readonly<Record<number, string>> = { 0: '周日', 6: '周六' };

const yearTable = (calendar: HolidayCalendar, year: number): YearTable | null => {
  const special = calendar.year(year);
  if (special === null) return null;
  const length = isLeapYear(year) ? 366 : 365;
  const total = new Uint16Array(length + 1);
  const verdicts: DayVerdict[] = [];
  for (let n = 0, date = `${year}-01-01`; n < length; n++, date = addDays(date, 1)) {
    const arranged = special.get(date);
    const weekend = WEEKEND[new Date(`${date}T00:00:00Z`).getUTCDay()];
    const counts = arranged ? !arranged.off : weekend === undefined;
    verdicts.push({ date, counts, why: arranged?.name || weekend || '工作日' });
    total[n + 1] = (total[n] ?? 0) + (counts ? 1 : 0);
  }
  return { verdicts, total };
};

const DAY = 86_400_000;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Days of the year up to and including `date`. */
const ordinal = (date: string): number => (Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / DAY + 1;

export const workingDays = (calendar: HolidayCalendar): WorkingDays => {
  const tables = new Map<number, YearTable | null>();
  const table = (year: number): YearTable | null => {
    const known = tables.get(year);
    if (known !== undefined) return known;
    const made = yearTable(calendar, year);
    tables.set(year, made);
    return made;
  };

  /** Hands the days after `from` up to `to` to `take`, year by year; answers the first year that is not known. */
  const eachYear = (
    from: string,
    to: string,
    take: (year: YearTable, first: number, last: number) => void,
  ): number | null => {
    const start = addDays(from, 1);
    for (let year = yearOf(start); year <= yearOf(to); year++) {
      const days = table(year);
      if (days === null) return year;
      take(
        days,
        year === yearOf(start) ? ordinal(start) - 1 : 0,
        year === yearOf(to) ? ordinal(to) : days.verdicts.length,
      );
    }
    return null;
  };

  const between = (from: string, to: string): { readonly count: number } | UnknownYear => {
    if (to < from) {
      const back = between(to, from);
      return 'count' in back ? { count: -back.count } : back;
    }
    let count = 0;
    const unknownYear = eachYear(from, to, ({ total }, first, last) => {
      count += (total[last] ?? 0) - (total[first] ?? 0);
    });
    return unknownYear === null ? { count } : { unknownYear };
  };

  return {
    between,
    add(date, count) {
      if (count <= 0) return { date };
      const start = addDays(date, 1);
      let left = count;
      for (let year = yearOf(start), skip = ordinal(start) - 1; ; year++, skip = 0) {
        const days = table(year);
        if (days === null) return { unknownYear: year };
        const { total, verdicts } = days;
        const before = total[skip] ?? 0;
        const inYear = (total[verdicts.length] ?? 0) - before;
        if (left <= inYear) return { date: verdicts[firstReaching(total, before + left) - 1]?.date ?? date };
        left -= inYear;
      }
    },
    days(from, to) {
      const days: DayVerdict[] = [];
      const unknownYear = eachYear(from, to, ({ verdicts }, first, last) => {
        for (const verdict of verdicts.slice(first, last)) days.push(verdict);
      });
      return unknownYear === null ? { days } : { unknownYear };
    },
  };
};

/** The least n with `total[n] >= goal`; totals never fall. */
const firstReaching = (total: Uint16Array, goal: number): number => {
  let low = 0;
  let high = total.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((total[middle] ?? 0) >= goal) high = middle;
    else low = middle + 1;
  }
  return low;
};
