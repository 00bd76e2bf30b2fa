/**
 * 天数 (days): spans between two ISO days, and what is typical of many of them: the median and the longest. Calendar days. Read
 * off counts by days, so that it costs the same whatever number of records is behind them.
 */
import type { CountIndex } from './counts.js';

export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

type Tuple = readonly (string | null)[];

/** Days, null where they are not known, and how many have them. */
type Entry = readonly [days: number | null, n: number];

/** Entries of the tuples that fit; their last value tells the days, by `daysOf` where it does not say them itself. */
export const countedDays = (
  counted: CountIndex,
  fits: (tuple: Tuple) => boolean,
  daysOf: (value: string) => number = Number,
): readonly Entry[] =>
  counted.tuples.filter(fits).map((tuple): Entry => {
    const value = tuple.at(-1) ?? null;
    return [value === null ? null : daysOf(value), counted.of(tuple)];
  });

export class Histogram {
  /** Fewest days first. */
  readonly #days: readonly (readonly [days: number, n: number])[];
  /** How many there are, those of unknown days included. */
  readonly size: number;

  constructor(entries: readonly Entry[]) {
    this.size = entries.reduce((n, [, count]) => n + count, 0);
    this.#days = entries
      .flatMap(([days, n]): [number, number][] => (days === null ? [] : [[days, n]]))
      .sort(([a], [b]) => a - b);
  }

  /** 中位数; of an even number the mean of the two in the middle. Null of nothing. */
  median(): number | null {
    const known = this.#days.reduce((n, [, count]) => n + count, 0);
    if (known === 0) return null;
    return (this.#at(Math.floor((known - 1) / 2)) + this.#at(Math.floor(known / 2))) / 2;
  }

  longest(): number | null {
    return this.#days.at(-1)?.[0] ?? null;
  }

  /** The days of the one at a place, counted from 0. */
  #at(place: number): number {
    let passed = 0;
    for (const [days, count] of this.#days) {
      passed += count;
      if (passed > place) return days;
    }
    throw new Error(`no ${place} in a histogram of ${passed}`);
  }
}
