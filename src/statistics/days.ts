/**
 * 天数 (days): spans between two ISO days, and what is typical of many of them: the median and the longest. Calendar days. Read
 * off counts by days, so that it costs the same whatever number of records is behind them.
 */
import type { CountIndex } from './counts.js';

export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

type Tuple = readonly (string | null)[];

export class Histogram {
  /** Days and how many have them, fewest days first. */
  readonly #days: readonly (readonly [days: number, n: number])[];
  /** How many there are, those of unknown days included. */
  readonly size: number;

  /** Of the tuples that fit; their last value tells the days, by `daysOf` where it does not say them itself. */
  constructor(counted: CountIndex, fits: (tuple: Tuple) => boolean, daysOf: (value: string) => number = Number) {
    const fitting = counted.tuples.filter(fits);
    this.size = fitting.reduce((n, tuple) => n + counted.of(tuple), 0);
    this.#days = fitting
      .flatMap((tuple): [number, number][] => {
        const value = tuple.at(-1) ?? null;
        return value === null ? [] : [[daysOf(value), counted.of(tuple)]];
      })
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
