/**
 * Numbers by number (计数格): a hash table of exact integers up to 2^53 in typed arrays, with a few amounts for each. A Map of
 * numbers beyond 2^31 costs four times as much and leaves a heap object per cell; this is the innermost step of an import.
 */
const START = 1024;

export class Cells {
  private keys = new Float64Array(START).fill(-1);
  private slots = new Int32Array(START);
  private amounts: Float64Array;
  size = 0;

  constructor(private readonly width: number) {
    this.amounts = new Float64Array(START * width);
  }

  /** Position of the first amount of a cell; a new cell begins with zeros. */
  at(key: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let probe = scattered(key) & mask;
    for (;;) {
      const found = keys[probe];
      if (found === key) return (this.slots[probe] ?? 0) * this.width;
      if (found === -1) break;
      probe = (probe + 1) & mask;
    }
    if (this.size * 2 >= keys.length) {
      this.grow();
      return this.at(key);
    }
    keys[probe] = key;
    this.slots[probe] = this.size;
    const slot = this.size++;
    if (this.size * this.width > this.amounts.length) {
      const larger = new Float64Array(this.amounts.length * 2);
      larger.set(this.amounts);
      this.amounts = larger;
    }
    return slot * this.width;
  }

  add(position: number, amount: number): void {
    this.amounts[position] = (this.amounts[position] ?? 0) + amount;
  }

  each(visit: (key: number, amounts: Float64Array) => void): void {
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i] ?? -1;
      if (key < 0) continue;
      const from = (this.slots[i] ?? 0) * this.width;
      visit(key, this.amounts.subarray(from, from + this.width));
    }
  }

  /** By number, the smallest first. */
  inOrder(visit: (key: number, amounts: Float64Array) => void): void {
    for (const key of this.keys.filter((each) => each >= 0).sort()) {
      const from = this.at(key);
      visit(key, this.amounts.subarray(from, from + this.width));
    }
  }

  clear(): void {
    this.keys = new Float64Array(START).fill(-1);
    this.slots = new Int32Array(START);
    this.amounts = new Float64Array(START * this.width);
    this.size = 0;
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.slots = new Int32Array(slots.length * 2);
    const mask = this.keys.length - 1;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key < 0) continue;
      let probe = scattered(key) & mask;
      while (this.keys[probe] !== -1) probe = (probe + 1) & mask;
      this.keys[probe] = key;
      this.slots[probe] = slots[i] ?? 0;
    }
  }
}

/** Neighbouring keys far apart: both halves of the number take part. */
const scattered = (key: number): number => {
  const high = Math.floor(key / 0x1_0000_0000);
  const mixed = Math.imul((key - high * 0x1_0000_0000) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
