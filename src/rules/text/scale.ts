/**
 * 权衡 (scale): points for the phrase lists that a text has, more for more different phrases of a list up to `most`. What a
 * single phrase cannot settle (is this an allegation, or a matter already cleared up?) is settled by their sum. Used by
 * the operator `weigh` and by contexts; asks no context itself, a denial has its own list and its own negative points.
 */
import type { Hit } from './occurrences.js';

/** What a scale asks of a text; a Reading is one. */
export interface Weighable {
  different(list: number, most: number): number;
  scoreOf(scale: CompiledScale): number;
  hitsOf(list: number): readonly Hit[];
}

/** A phrase list and what each different phrase of it is worth. */
export interface WeighedList {
  readonly list: number;
  readonly points: number;
}

export interface CompiledScale {
  /** Its place on the score board; null for one that came too late for it and is added up by itself. */
  readonly number: number | null;
  readonly lists: readonly WeighedList[];
  /** Different phrases of one list that are counted at most. */
  readonly most: number;
  readonly atLeast: number;
  /** A list without phrases that occurs where the lists alone may reach the scale: a gate like any other; null for none. */
  readonly reached: number | null;
}

/** What one list adds to one scale. */
export interface Weight {
  readonly scale: number;
  readonly points: number;
  readonly most: number;
}

/**
 * 计分板: all scales of the rule file by list. Scales share most of their lists, so that one walk over the lists that a
 * text has gives the sums of all of them. Closed once the rules are compiled: mutants are many, and each asked alone.
 */
export class ScoreBoard {
  readonly scales: CompiledScale[] = [];
  private readonly weights: (Weight[] | undefined)[] = [];
  private closed = false;

  close(): void {
    this.closed = true;
  }

  /** `reached` numbers a list for it. */
  add(lists: readonly WeighedList[], most: number, atLeast: number, reached: (() => number) | null): CompiledScale {
    if (this.closed) return { number: null, lists, most, atLeast, reached: null };
    const number = this.scales.length;
    for (const { list, points } of lists) {
      this.weights[list] ??= [];
      this.weights[list].push({ scale: number, points, most });
    }
    const scale = { number, lists, most, atLeast, reached: reached?.() ?? null };
    this.scales.push(scale);
    return scale;
  }

  /** What a list adds, and to which scales; undefined for a list that no scale counts. */
  of(list: number): readonly Weight[] | undefined {
    return this.weights[list];
  }
}

/** Points one list gives in this text. */
export const pointsOf = (text: Weighable, { list, points }: WeighedList, most: number): number =>
  points * text.different(list, most);

/** Sum of all lists. */
export const sumOf = (text: Weighable, { lists, most }: CompiledScale): number =>
  lists.reduce((sum, one) => sum + pointsOf(text, one, most), 0);

/** The first phrase that counts in favour, where the text reaches the scale; else null. */
export const firstWeighing = (text: Weighable, scale: CompiledScale): Hit | null => {
  if (text.scoreOf(scale) < scale.atLeast) return null;
  for (const { list, points } of scale.lists) {
    const [hit] = points > 0 ? text.hitsOf(list) : [];
    if (hit) return hit;
  }
  return null;
};
