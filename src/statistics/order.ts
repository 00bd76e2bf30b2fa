/**
 * 排序 (order of rows): one fixed order on every machine. Names that a reader looks up go by pinyin through one fixed
 * collator, never through the machine's locale; equal ones by code point, so that no order is left to chance.
 */
import { PINYIN_ORDER } from './pinyin-order.js';

/** Made when a character is met that `PINYIN_ORDER` lacks: it takes 10 ms. */
let pinyin: Intl.Collator | undefined;

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Compares as the collator that put `order` in its order would; null where that hangs on a character outside of it. The first
 * characters that differ decide, since no Chinese character is sorted otherwise for what follows it.
 */
export const comparerBy = (order: string): ((a: string, b: string) => number | null) => {
  const places = new Map<string, number>();
  const placeOf = (character: string): number => {
    const known = places.get(character);
    if (known !== undefined) return known;
    const place = order.indexOf(character);
    places.set(character, place);
    return place;
  };
  return (a, b) => {
    for (let i = 0; i < a.length || i < b.length; i++) {
      // Past the end of the shorter one, which then comes first.
      const [before, after] = [i < a.length ? placeOf(a[i] ?? '') : 0, i < b.length ? placeOf(b[i] ?? '') : 0];
      if (before < 0 || after < 0) return null;
      if (i >= a.length) return -1;
      if (i >= b.length) return 1;
      if (before !== after) return before - after;
    }
    return 0;
  };
};

const byPlace = comparerBy(PINYIN_ORDER);

export const byPinyin = (a: string, b: string): number => {
  const known = byPlace(a, b);
  if (known !== null) return known;
  pinyin ??= new Intl.Collator('zh-u-co-pinyin');
  return pinyin.compare(a, b) || byCodePoint(a, b);
};
