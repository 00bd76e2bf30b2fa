/**
 * data/calendar/YEAR.csv -> 放假调休安排 (the State Council's yearly arrangement): which weekdays are off and which weekend
 * days are worked. A year is read when a count first reaches it. A year without a file is not known; nothing is guessed
 * from weekends alone, because holidays would then silently count as working days.
 */
import { isoDate } from '../domain/calendar.js';
import { exists } from '../files/index.js';
import { dataFault, readDataFile } from './data-file.js';

/** One day of the arrangement. */
export interface SpecialDay {
  readonly off: boolean;
  /** 春节, 国庆节调休 … */
  readonly name: string;
}

/** ISO date -> arrangement, for one year. */
export type CalendarYear = ReadonlyMap<string, SpecialDay>;

export interface HolidayCalendar {
  /** Null: there is no file for that year. */
  year(year: number): CalendarYear | null;
}

const readYear = (path: string, year: number): CalendarYear => {
  const days = new Map<string, SpecialDay>();
  for (const row of readDataFile(path, ['日期', '类型', '名称'])) {
    // WPS rewrites 2024-01-01 as 2024/1/1 when such a file is saved.
    const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(row.cell('日期'));
    const date = parts ? isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
    const kind = row.cell('类型');
    if (date === null) throw dataFault(path, row.line, '的日期不是真实日期', `写成 ${year}-01-01`);
    if (Number(date.slice(0, 4)) !== year)
      throw dataFault(path, row.line, `的日期 ${date} 不在 ${year} 年`, '每年一个文件，文件名就是年份');
    if (kind !== '休' && kind !== '班') throw dataFault(path, row.line, '的类型不对', '类型只能填 休 或 班');
    if (days.has(date)) throw dataFault(path, row.line, `的日期 ${date} 重复`, '删去其中一行');
    days.set(date, { off: kind === '休', name: row.cell('名称') });
  }
  if (days.size === 0) throw dataFault(path, 1, '没有任何放假日', '按国务院办公厅的放假通知逐日填写');
  return days;
};

/** Calendar files, one a year, each read once; `pathOf` says where a year's file would be. */
export const openCalendar = (pathOf: (year: number) => string): HolidayCalendar => {
  const years = new Map<number, CalendarYear | null>();
  return {
    year(year) {
      const known = years.get(year);
      if (known !== undefined) return known;
      const path = pathOf(year);
      const read = exists(path) ? readYear(path, year) : null;
      years.set(year, read);
      return read;
    },
  };
};
