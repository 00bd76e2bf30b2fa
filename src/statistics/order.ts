/**
 * 排序 (order of rows): one fixed order on every machine. Names that a reader looks up go by pinyin through one fixed
 * collator, never through the machine's locale; equal ones by code point, so that no order is left to chance.
 */

/** Made for the first comparison: it takes 10 ms, and few tables list names. */
let pinyin: Intl.Collator | undefined;

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPinyin = (a: string, b: string): number => {
  pinyin ??= new Intl.Collator('zh-u-co-pinyin');
  return pinyin.compare(a, b) || byCodePoint(a, b);
};
