/**
 * 权衡 (scale): points for the phrase lists that a text has: each different phrase of a list gives its points once. What a
 * single phrase cannot settle (is this an allegation, or a matter already cleared up?) is settled by their sum. Used by
 * the operator `weigh` and by contexts; asks no context itself, a denial has its own list and its own negative points.
 */
import type { Hit } from './hits.js';
import { MOST_POINTS, MOST_SUMS } from './packed-points.js';

/** What a scale asks of a text; a Reading is one. */
export interface Weighable {
  different(list: number): number;
  sum(number: number): number;
  bestSentence(number: number): number;
  sentenceOf(position: number): number;
  hitsOf(list: number): readonly Hit[];
  readonly text: string;
}

/** What is added up: the whole text, or each sentence by itself, of which the best counts. */
export type SumOf = 'text' | 'sentence';

/** A phrase list and what each different phrase of it is worth. */
export interface WeighedList {
  readonly list: number;
  readonly points: number;
}

export interface CompiledScale {
  /** Its place on the score board; null for one that came too late or is too large for it and is added up by itself. */
  readonly number: number | null;
  readonly lists: readonly WeighedList[];
  readonly atLeast: number;
  readonly within: SumOf;
}

/** A list without phrases that counts as occurring where a sum reaches `from`: a gate like any other. */
interface SumGate {
  readonly number: number;
  readonly within: SumOf;
  readonly from: number;
  readonly list: number;
}

/**
 * 计分板: the sums of all scales of the rule file. A phrase brings its points to every sum it counts in when it is first
 * seen in a text, so that all sums stand when the scan is through. Closed once the rules are compiled: mutants are many, and
 * each asked alone.
 */
export class ScoreBoard {
  readonly sums: (readonly WeighedList[])[] = [];
  readonly gates: SumGate[] = [];
  private readonly numbers = new Map<string, number>();
  private closed = false;

  /** `phrasesOf`: how many phrases a list has. */
  constructor(private readonly phrasesOf: (list: number) => number) {}

  close(): void {
    this.closed = true;
  }

  /** Scales of the same lists and points share a sum. */
  add(lists: readonly WeighedList[], atLeast: number, within: SumOf): CompiledScale {
    const key = JSON.stringify(lists);
    let number = this.numbers.get(key) ?? null;
    if (number === null && !this.closed && this.fits(lists)) {
      number = this.sums.push(lists) - 1;
      this.numbers.set(key, number);
    }
    return { number, lists, atLeast, within };
  }

  private fits(lists: readonly WeighedList[]): boolean {
    const most = lists.reduce((sum, { list, points }) => sum + Math.abs(points) * this.phrasesOf(list), 0);
    return this.sums.length < MOST_SUMS && most <= MOST_POINTS;
  }

  /** Makes `list` occur wherever the sum reaches `from`. */
  gate({ number, within }: CompiledScale, from: number, list: () => number): number | null {
    if (number === null || this.closed) return null;
    const known = this.gates.find((one) => one.number === number && one.from === from && one.within === within);
    if (known) return known.list;
    const made = { number, within, from, list: list() };
    this.gates.push(made);
    return made.list;
  }
}

/** Points one list gives in this text. */
const pointsOf = (text: Weighable, { list, points }: WeighedList): number => points * text.different(list);

/** Sums by sentence, worked out from the hits: for what is told of a lead, and for mutants. */
const sentenceSums = (text: Weighable, lists: readonly WeighedList[]): ReadonlyMap<number, number> => {
  const sums = new Map<number, number>();
  for (const { list, points } of lists) {
    const seen = new Set<string>();
    for (const { start, end } of text.hitsOf(list)) {
      const sentence = text.sentenceOf(end - 1);
      const name = `${sentence} ${text.text.slice(start, end)}`;
      if (seen.has(name)) continue;
      seen.add(name);
      sums.set(sentence, (sums.get(sentence) ?? 0) + points);
    }
  }
  return sums;
};

/** The sentence with the highest sum, the first of several; null in a text without hits. */
export const weightiestSentence = (text: Weighable, lists: readonly WeighedList[]): number | null => {
  let best: readonly [number, number] | null = null;
  for (const [sentence, sum] of sentenceSums(text, lists))
    if (best === null || sum > best[1] || (sum === best[1] && sentence < best[0])) best = [sentence, sum];
  return best === null ? null : best[0];
};

/** Sum of all lists in the text, or in its best sentence. */
export const scoreOf = (text: Weighable, { number, lists, within }: CompiledScale): number => {
  if (number !== null) return within === 'text' ? text.sum(number) : text.bestSentence(number);
  if (within === 'text') return lists.reduce((sum, one) => sum + pointsOf(text, one), 0);
  return Math.max(0, ...sentenceSums(text, lists).values());
};

/** The first phrase that counts in favour, where the text reaches the scale; else null. */
export const firstWeighing = (text: Weighable, scale: CompiledScale): Hit | null => {
  if (scoreOf(text, scale) < scale.atLeast) return null;
  for (const { list, points } of scale.lists) {
    const [hit] = points > 0 ? text.hitsOf(list) : [];
    if (hit) return hit;
  }
  return null;
};
