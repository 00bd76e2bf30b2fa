/**
 * 权衡 (scale): points for the phrase lists that a text has, more for more different phrases of a list up to `most`. What a
 * single phrase cannot settle (is this an allegation, or a matter already cleared up?) is settled by their sum. Used by
 * the operator `weigh` and by contexts; asks no context itself, a denial has its own list and its own negative points.
 */
import type { Hit } from './occurrences.js';

/** What a scale asks of a text; a Reading is one. */
export interface Weighable {
  different(list: number, most: number): number;
  hitsOf(list: number): readonly Hit[];
}

/** A phrase list and what each different phrase of it is worth. */
export interface WeighedList {
  readonly list: number;
  readonly points: number;
}

export interface CompiledScale {
  readonly lists: readonly WeighedList[];
  /** Different phrases of one list that are counted at most. */
  readonly most: number;
  readonly atLeast: number;
}

/** Points one list gives in this text. */
export const pointsOf = (text: Weighable, { list, points }: WeighedList, most: number): number =>
  points * text.different(list, most);

/** Sum of all lists. */
export const sumOf = (text: Weighable, { lists, most }: CompiledScale): number => {
  let sum = 0;
  for (const one of lists) sum += pointsOf(text, one, most);
  return sum;
};

/** The first phrase that counts in favour, where the text reaches the scale; else null. */
export const firstWeighing = (text: Weighable, scale: CompiledScale): Hit | null => {
  if (sumOf(text, scale) < scale.atLeast) return null;
  for (const { list, points } of scale.lists) {
    const [hit] = points > 0 ? text.hitsOf(list) : [];
    if (hit) return hit;
  }
  return null;
};
