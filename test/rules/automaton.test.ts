import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAutomaton, HitBuffer } from '../../src/rules/text/automaton.js';

const found = (phrases: readonly string[], text: string): readonly string[] => {
  const hits = new HitBuffer();
  const { scan, phraseAt, shorter } = compileAutomaton(phrases);
  scan(text, hits);
  const all: string[] = [];
  for (let i = 0; i < hits.count; i++)
    for (let at = hits.state[i] ?? 0; at !== 0; at = shorter[at] ?? 0)
      all.push(`${phrases[phraseAt[at] ?? -1]}@${hits.end[i]}`);
  return all.sort();
};

const searched = (phrases: readonly string[], text: string): readonly string[] =>
  phrases
    .flatMap((phrase) =>
      Array.from({ length: text.length }, (_, i) => i)
        .filter((i) => text.startsWith(phrase, i))
        .map((i) => `${phrase}@${i + phrase.length}`),
    )
    .sort();

describe('短语查找 (one pass over the text)', () => {
  it('finds every phrase that a plain search finds, overlapping ones included', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '丁'), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), text, (phrases, haystack) => {
        expect(found(phrases, haystack)).toEqual(searched(phrases, haystack));
      }),
    );
  });

  it('tells where sentences end and which phrases end before, whether or not a phrase holds the mark', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '。'), minLength: 1, maxLength: 3 });
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '。', '；', '丁'), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (phrases, haystack) => {
        const hits = new HitBuffer();
        compileAutomaton(phrases, '。；').scan(haystack, hits);
        const ends = [...haystack].flatMap((character, i) => ('。；'.includes(character) ? [i + 1] : []));
        expect([...hits.cutAt.subarray(0, hits.cuts)]).toEqual(ends);
        const found = hits.end.subarray(0, hits.count);
        expect([...hits.cutHits.subarray(0, hits.cuts)]).toEqual(
          ends.map((end) => found.filter((at) => at <= end).length),
        );
      }),
    );
  });

  it('finds them however many share what follows, when the table of steps has to grow', () => {
    // Every phrase holds 甲乙, which goes on in 600 ways.
    const others = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x5000 + i));
    const phrases = [...others.map((other) => `甲乙${other}`), ...others.slice(0, 300).map((other) => `${other}甲乙`)];
    const text = others.map((other) => `${other}甲乙${other}`).join('');
    expect(found(phrases, text)).toEqual(searched(phrases, text));
  });

  it('holds 5,000 phrases in less than 32 MB', () => {
    const phrases = Array.from({ length: 5000 }, (_, i) =>
      String.fromCharCode(0x4e00 + (i % 1700), 0x4e00 + ((i * 7) % 1900), 0x4e00 + ((i * 13) % 1999), 0x4e00 + i),
    );
    expect(compileAutomaton(phrases).bytes).toBeLessThan(32 * 1024 * 1024);
  });
});
