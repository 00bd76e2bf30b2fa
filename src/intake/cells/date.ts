/**
 * Dates as clerks write them (日期) -> ISO text: 2024-05-08, 2024.5.8, 2024/5/8, 2024年5月8日, 20240508, full-width digits, and
 * the serial number that Excel shows when a date column lost its format. Refused where the day does not exist or the order of
 * day and month would have to be guessed.
 */
import { daysInMonth, isoDate } from '../../domain/calendar.js';
import { halfWidth } from '../folding.js';
import { type CellProblem, type CellReader, problem } from './cell.js';

const HINT = '请改为真实存在的日期，写成 2024-05-08 的形式';
/** Excel's day 60 is 1900-02-29, which never was; counting from 1899-12-30 is right for every later day. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** 1982 to 2064: outside of it five digits are more likely something else than a date. */
const SERIAL_FROM = 30_000;
const SERIAL_TO = 60_000;

const digit = (text: string, at: number): number => {
  const d = text.charCodeAt(at) - 48;
  return d >= 0 && d <= 9 ? d : Number.NaN;
};

/** The common case, 2024-05-08, without a regular expression: it decides how fast a million dates are read. */
const plainIso = (text: string): boolean => {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  return year >= 1900 && year <= 2100 && day >= 1 && day <= daysInMonth(year, month);
};

const WRITTEN =
  /^(\d{4})(?:[-./]|\s*年\s*)(\d{1,2})(?:[-./]|\s*月\s*)(\d{1,2})\s*[日号]?(?:[ T]+0{1,2}:00(?::00(?:\.0+)?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

const partsOf = (text: string): readonly [number, number, number] | null => {
  const found = WRITTEN.exec(text) ?? COMPACT.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
};

const isSerial = (text: string): boolean => {
  if (!/^\d{5}(\.0+)?$/.test(text)) return false;
  const n = Number(text);
  return n >= SERIAL_FROM && n <= SERIAL_TO;
};

const explain = (text: string): CellProblem => {
  const plain = halfWidth(text);
  const parts = partsOf(plain);
  if (parts) {
    const [year, month, day] = parts;
    if (year < 1900 || year > 2100) return problem('date-not-real', '年份应在 1900 到 2100 之间', HINT);
    if (month < 1 || month > 12) return problem('date-not-real', `月份应为 1 到 12，而不是 ${month}`, HINT);
    return problem('date-not-real', `${year} 年 ${month} 月没有 ${day} 日`, HINT);
  }
  if (/^\d{4}(?:[-./]|年)\d{1,2}月?$/.test(plain) || /^\d{4}年?$/.test(plain))
    return problem('date-incomplete', '应写明年、月、日', '请补全到日，写成 2024-05-08 的形式');
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$/.test(plain))
    return problem('date-ambiguous', '分不清哪个是日、哪个是月', '请按年月日的顺序写，如 2024-05-08');
  return problem('date-not-read', '应为一个日期', HINT);
};

/** `today`: later dates are accepted with a warning. */
export const dateReader = (today: string): CellReader => ({
  read(text) {
    if (plainIso(text)) return text;
    const plain = halfWidth(text);
    if (isSerial(plain)) return new Date(SERIAL_EPOCH + Number(plain) * DAY).toISOString().slice(0, 10);
    const parts = partsOf(plain);
    return (parts && isoDate(...parts)) ?? undefined;
  },
  explain,
  remark(text, value) {
    if (typeof value !== 'string') return null;
    if (value > today)
      return problem('date-in-future', `日期晚于今天（${today}）`, '请核对年份；确属将来的日期可不改', 'warning');
    if (value !== text && isSerial(halfWidth(text)))
      return problem(
        'date-serial',
        `是 Excel 的日期序号，按 ${value} 导入`,
        '请把该列设为“日期”格式后再保存',
        'notice',
      );
    return null;
  },
});
