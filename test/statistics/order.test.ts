/** 排序: comparing by a known order of characters is what the collator does that put them in this order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparerBy } from '../../src/statistics/order.js';

const collator = new Intl.Collator('zh-u-co-pinyin');
const KNOWN = [...'市县区局盘山双台子兴隆大洼辽东湾新建设一二三不与重长行'].sort(collator.compare).join('');

describe('names by pinyin', () => {
  const compare = comparerBy(KNOWN);
  const known = fc.string({ maxLength: 6, unit: fc.constantFrom(...KNOWN) });
  const any = fc.string({ maxLength: 6, unit: fc.constantFrom(...KNOWN, '馕', 'A', 'b', '1', '（', '〇') });

  it('are ordered as by the collator, or left to it', () => {
    fc.assert(
      fc.property(fc.oneof(known, any), fc.oneof(known, any), (a, b) => {
        const order = compare(a, b);
        if (order !== null) expect(Math.sign(order)).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('of known characters are never left to it', () => {
    fc.assert(fc.property(known, known, (a, b) => compare(a, b) !== null));
  });
});
