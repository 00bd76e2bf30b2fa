/**
 * Numbers by number (计数格): a hash table of exact integers up to 2^53 in one typed array, each key with its amounts beside it, so that
 * counting touches one line of the processor's cache. A Map of numbers beyond 2^31 costs four times as much and leaves a heap
 * object per cell; this is the innermost step of an import.
 */
const START = 1024;

export class Cells {
  /** Rows of a key plus one (0: no key) and its amounts. */
  private rows: Float64Array;
  private mask = START - 1;
  private readonly stride: number;
  size = 0;

  constructor(width: number) {
    this.stride = 1 + width;
    this.rows = new Float64Array(START * this.stride);
  }

  /** Position of the first amount of a cell, up to the next call; a new cell begins with zeros. */
  at(key: number): number {
    const { rows, mask, stride } = this;
    const wanted = key + 1;
    let row = (scattered(key) & mask) * stride;
    for (;;) {
      const found = rows[row];
      if (found === wanted) return row + 1;
      if (found === 0) break;
      row = row + stride === rows.length ? 0 : row + stride;
    }
    if (this.size * 2 > mask) {
      this.grow();
      return this.at(key);
    }
    rows[row] = wanted;
    this.size++;
    return row + 1;
  }

  add(position: number, amount: number): void {
    this.rows[position] = (this.rows[position] ?? 0) + amount;
  }

  each(visit: (key: number, amounts: Float64Array) => void): void {
    const { rows, stride } = this;
    for (let row = 0; row < rows.length; row += stride) {
      const key = (rows[row] ?? 0) - 1;
      if (key >= 0) visit(key, rows.subarray(row + 1, row + stride));
    }
  }

  /** By number, the smallest first. */
  inOrder(visit: (key: number, amounts: Float64Array) => void): void {
    const keys = new Float64Array(this.size);
    let at = 0;
    this.each((key) => {
      keys[at++] = key;
    });
    for (const key of keys.sort()) {
      const from = this.at(key);
      visit(key, this.rows.subarray(from, from + this.stride - 1));
    }
  }

  clear(): void {
    this.rows = new Float64Array(START * this.stride);
    this.mask = START - 1;
    this.size = 0;
  }

  private grow(): void {
    const before = this.rows;
    const { stride } = this;
    this.rows = new Float64Array(before.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let row = 0; row < before.length; row += stride) {
      const key = (before[row] ?? 0) - 1;
      if (key < 0) continue;
      let free = (scattered(key) & this.mask) * stride;
      while (this.rows[free] !== 0) free = free + stride === this.rows.length ? 0 : free + stride;
      for (let i = 0; i < stride; i++) this.rows[free + i] = before[row + i] ?? 0;
    }
  }
}

/** Neighbouring keys far apart: both halves of the number take part. */
const scattered = (key: number): number => {
  const high = Math.floor(key / 0x1_0000_0000);
  const mixed = Math.imul((key - high * 0x1_0000_0000) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
