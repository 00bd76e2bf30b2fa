/**
 * 命中 (hits) of one text: which phrase ends where, in typed arrays that are reused from text to text; what is asked for becomes an
 * object. Filled by occurrences.ts.
 */

import { doubled } from './doubled.js';

/** 短语命中. Offsets count UTF-16 units in the value as stored. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

export const NO_HITS: readonly Hit[] = [];

/** No rank ({@link Hits.ranked}). */
export const UNRANKED = 65_535;

/** More hits than any text has: rank and hit in one number. */
const MOST_HITS = 2 ** 32;

export class Hits {
  count = 0;
  phrase = new Int32Array(1024);
  private end = new Int32Array(1024);
  /** Rank and hit in one number each, to be sorted. */
  private keys = new Float64Array(256);

  /** `lengths`: of the phrases. */
  constructor(private readonly lengths: Int32Array) {}

  add(phrase: number, end: number): void {
    if (this.count === this.phrase.length) {
      this.phrase = doubled(this.phrase);
      this.end = doubled(this.end);
    }
    this.phrase[this.count] = phrase;
    this.end[this.count++] = end;
  }

  at(hit: number): Hit {
    const end = this.end[hit] as number; // hit < count
    return { start: end - (this.lengths[this.phrase[hit] as number] as number), end };
  }

  /** Shows the hits of phrases that have a rank, the lowest first, each once, until it is told that that is enough. */
  ranked(ranks: Uint16Array, show: (hit: Hit) => boolean): void {
    const { count, phrase } = this;
    if (this.keys.length < count) this.keys = new Float64Array(count * 2);
    const { keys } = this;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const rank = ranks[phrase[i] as number] as number; // a rank for every phrase
      if (rank !== UNRANKED) keys[found++] = rank * MOST_HITS + i;
    }
    keys.subarray(0, found).sort();
    for (let i = 0; i < found; i++) if (!show(this.at((keys[i] as number) % MOST_HITS))) return;
  }
}
