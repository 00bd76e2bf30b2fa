/**
 * 公文用语: the small turns of phrase that letters share: how the office names itself and the receiver, numbers in Chinese,
 * statutes as cited, dates and periods. Words only; what is said with them is compose.ts and sheets.ts.
 */
import type { LegalBasis } from '../domain/assessment.js';
import { chineseDate } from '../domain/calendar.js';
import type { Value } from '../domain/kind.js';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 in Chinese: 三, 十二, 二十. */
export const chineseNumber = (n: number): string => {
  if (n < 10) return DIGITS[n] ?? String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
};

/** Text of a value; blank is the empty string. */
export const textOf = (value: Value | undefined): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : value.join('、');

/** 我办, 我局, 我委 …: how an organ speaks of itself. */
export const selfName = (office: string): string => {
  const last = office.trim().slice(-1);
  if (office.endsWith('办公室') || last === '办') return '我办';
  return '局委厅院会'.includes(last) && last !== '' ? `我${last === '会' ? '委' : last}` : '我单位';
};

/** 贵委 for a commission, 贵单位 for anything else; a receiver that is not known yet will be a commission. */
export const receiverName = (receiver: string | null): string =>
  receiver === null || receiver.includes('委') ? '贵委' : '贵单位';

/** 主送机关 as a letter calls it: the commission's two names are separated by 、 (GB/T 9704 7.3.2). */
export const salutation = (receiver: string): string => receiver.trim().split(/\s+/).join('、');

const cited = (statute: string): string => (statute.startsWith('《') ? statute : `《${statute}》`);

/**
 * 《某法》第八十二条、第八十四条: articles of one statute stand together. What nobody has verified says so in the letter as
 * well: a reader must not take it for checked law.
 */
export const basisLines = (basis: readonly LegalBasis[]): readonly string[] => {
  const lines = new Map<string, string[]>();
  for (const { statute, article, unverified } of basis) {
    const key = `${unverified ? '1' : '0'}${statute}`;
    const articles = lines.get(key);
    if (articles === undefined) lines.set(key, [article]);
    else if (!articles.includes(article)) articles.push(article);
  }
  return [...lines].map(
    ([key, articles]) => `${cited(key.slice(1))}${articles.join('、')}${key.startsWith('1') ? '（未核实）' : ''}`,
  );
};

/** 2024年3月1日至4月10日; the year is said once. */
export const periodText = (from: Value | undefined, to: Value | undefined): string => {
  const [start, end] = [textOf(from), textOf(to)];
  if (start === '') return end === '' ? '' : `截至${chineseDate(end)}`;
  if (end === '' || end === start) return chineseDate(start);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${chineseDate(start)}至${sameYear ? chineseDate(end).replace(/^\d+年/, '') : chineseDate(end)}`;
};

/** A text as whole sentences: ends with a full stop and nothing twice. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  return /[。！？!?…”"]$/.test(trimmed) ? trimmed : `${trimmed.replace(/[；;，,、.]+$/, '')}。`;
};

/** Paragraphs of a cell: its line breaks, blank ones dropped. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
