/**
 * 排序 (order of rows): one fixed order on every machine. Names that a reader looks up go by pinyin through one fixed
 * collator, never through the machine's locale; equal ones by code point, so that no order is left to chance.
 */

const PINYIN = new Intl.Collator('zh-u-co-pinyin');

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPinyin = (a: string, b: string): number => PINYIN.compare(a, b) || byCodePoint(a, b);
