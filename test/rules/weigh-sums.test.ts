/** `weigh` against an addition by hand: sums on the score board and those too large for it come to the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkerOf, leadOf } from './small-rule-file.js';

const LISTS = { 一: ['甲', '甲乙'], 二: ['乙', '丙甲'], 三: ['丁', '乙。丙'] };
const VOCABULARIES = Object.entries(LISTS)
  .map(([name, phrases]) => `  ${name}: [${phrases.join(', ')}]`)
  .join('\n');

/** End positions of a phrase. */
const endsOf = (text: string, phrase: string): readonly number[] => {
  const ends: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) ends.push(at + phrase.length);
  return ends;
};

const sentenceAt = (text: string, end: number): number => text.slice(0, end - 1).split('。').length;

const sumByHand = (text: string, points: readonly number[], bySentence: boolean): number => {
  const sums = new Map<number, number>();
  Object.values(LISTS).forEach((phrases, i) => {
    for (const phrase of phrases) {
      const places = new Set(endsOf(text, phrase).map((end) => (bySentence ? sentenceAt(text, end) : 0)));
      for (const place of places) sums.set(place, (sums.get(place) ?? 0) + (points[i] ?? 0));
    }
  });
  return bySentence ? Math.max(0, ...sums.values()) : (sums.get(0) ?? 0);
};

describe('sums of weigh', () => {
  const point = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -90_000, max: 90_000 }));
  const rules = fc.record({
    points: fc.tuple(point, point, point),
    others: fc.tuple(point, point, point),
    within: fc.constantFrom('text', 'sentence'),
  });
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '。', '戊'), minLength: 5, maxLength: 40 }),
    { minLength: 1, maxLength: 12 },
  );

  it('are what adding by hand gives, whatever other sums there are and whatever text came before', () => {
    fc.assert(
      fc.property(rules, texts, fc.nat(), ({ points, others, within }, summaries, chosen) => {
        const atLeast = Math.max(
          1,
          sumByHand(summaries[chosen % summaries.length] ?? '', points, within === 'sentence'),
        );
        // A rule file whose weigh can never reach its sum is refused.
        fc.pre(points.reduce((sum, one) => sum + 2 * Math.max(0, one), 0) >= atLeast);
        fc.pre(others.some((one) => one > 0));
        const of = (given: readonly number[]): string =>
          `[${Object.keys(LISTS).map((list, i) => `{list: ${list}, points: ${given[i] ?? 0}}`)}]`;
        const checker = checkerOf({
          vocabularies: VOCABULARIES,
          certain: `{weigh: {at-least: ${atLeast}, within: ${within}, of: ${of(points)}}}`,
          hint: `{weigh: {at-least: 1, of: ${of(others)}}}`,
        });
        for (const summary of summaries) {
          const met = checker.assess(leadOf(summary)).situations.some(({ outcome }) => outcome === 'met');
          expect(met, summary).toBe(sumByHand(summary, points, within === 'sentence') >= atLeast);
        }
      }),
      { numRuns: 200 },
    );
  });
});
