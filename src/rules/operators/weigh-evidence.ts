/**
 * What a sum of `weigh` rests on, for evidence and for the explanation: its weightiest phrases, and what each list gave. Not an operator
 * itself. Of a sum by sentence only what stands in the weightiest sentence is told.
 */
import type { WeighedReference } from '../model.js';
import { UNRANKED } from '../text/hits.js';
import type { Hit, Reading } from '../text/reading.js';
import { type CompiledScale, weightiestSentence } from '../text/scale.js';

export const signed = (points: number): string => (points > 0 ? `+${points}` : `${points}`);

/** Evidence of a sum is its weightiest phrases: as many as a reader takes in. */
const SHOWN = 6;

export interface Weighed extends WeighedReference {
  readonly number: number;
}

/** The rank of each phrase whose list speaks in favour, the weightiest first; of all others {@link UNRANKED}. */
export const ranksOf = (lists: readonly Weighed[], reading: Reading): Uint16Array => {
  const ranks = new Uint16Array(reading.listCount).fill(UNRANKED);
  const inFavour = lists.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  inFavour.forEach(({ number }, rank) => {
    ranks[number] = Math.min(ranks[number] ?? UNRANKED, rank);
  });
  return reading.ranksByPhrase(ranks);
};

/** Whether a hit belongs to what is added up: the text, or its weightiest sentence. */
export const belonging = (reading: Reading, { number, lists, within }: CompiledScale): ((hit: Hit) => boolean) => {
  if (within === 'text') return () => true;
  if (number !== null) return ({ end }) => reading.inBestSentence(number, end - 1);
  const sentence = weightiestSentence(reading, lists);
  return ({ end }) => reading.sentenceOf(end - 1) === sentence;
};

/** The hits of the weightiest lists first. */
export const heaviest = (reading: Reading, ranks: Uint16Array, belongs: (hit: Hit) => boolean): readonly Hit[] => {
  const found: Hit[] = [];
  reading.ranked(ranks, (hit) => {
    // A single character is a sign, but nothing to show to a reader.
    if (belongs(hit) && hit.end - hit.start > 1 && !found.some((one) => one.start <= hit.start && one.end >= hit.end))
      found.push(hit);
    return found.length < SHOWN;
  });
  return found;
};

/** What a list gave, by its name; a list written in place by its phrases. */
export const told = (
  reading: Reading,
  { list, points, number }: Weighed,
  belongs: (hit: Hit) => boolean,
): readonly string[] => {
  const hits = reading.hitsOf(number).filter(belongs);
  const said = [...new Set(hits.map(({ start, end }) => reading.text.slice(start, end)))];
  if (said.length === 0) return [];
  const each = said.length === 1 ? '' : `×${said.length}`;
  return [`${typeof list === 'string' ? `${list}（${said.join('、')}）` : said.join('、')}${signed(points)}${each}`];
};
