/**
 * 转移表 (steps): where each state of the phrase machine (automaton.ts) goes on, by character class, laid over each other in one table
 * so that no place is used twice. A place says whose it is, and so a look at it tells whether a state has that step.
 */

/** Then the table is too full for lists of that length. */
const MOST_TRIES = 1000;

export class Steps {
  /** -1 is a free place, else the state and, in the low 16 bits, where it goes. */
  places: Int32Array;
  private seed = 1;

  /** `steps`: about how many there will be. */
  constructor(
    steps: number,
    private readonly classes: number,
  ) {
    let size = 1024;
    while (size < steps * 1.6) size *= 2;
    this.places = new Int32Array(size + classes).fill(-1);
  }

  /** Puts the steps of a state where they meet no others; what to add to a class to find its place. The larger lists should come first. */
  put(state: number, classAt: Uint16Array, to: Uint16Array, from: Int32Array): number {
    const first = from[state] as number;
    const end = from[state + 1] as number;
    const base = this.room(classAt, first, end);
    const { places } = this;
    for (let i = first; i < end; i++) places[base + (classAt[i] as number)] = (state << 16) | (to[i] as number);
    return base;
  }

  private room(classAt: Uint16Array, from: number, end: number): number {
    for (let tries = 1; ; tries++) {
      const { places } = this;
      // A fixed row of numbers that look random: the same phrases make the same table.
      this.seed = (Math.imul(this.seed, 1_103_515_245) + 12_345) >>> 0;
      const base = (this.seed >>> 3) % (places.length - this.classes);
      let i = from;
      while (i < end && places[base + (classAt[i] as number)] === -1) i++;
      if (i === end) return base;
      if (tries % MOST_TRIES === 0) this.grow();
    }
  }

  private grow(): void {
    const larger = new Int32Array(this.places.length * 2 - this.classes).fill(-1);
    larger.set(this.places);
    this.places = larger;
  }
}

/** States from `first` to `end` that have steps, those with the most first; the steps of a state stand from `from[state]` to `from[state + 1]`. */
export const heaviestFirst = (first: number, end: number, from: Int32Array): readonly number[] => {
  const keys = new Float64Array(end - first);
  let count = 0;
  for (let state = first; state < end; state++) {
    const steps = (from[state + 1] as number) - (from[state] as number);
    // Numbers, which sort ten times faster than a comparison asked each time.
    if (steps > 0) keys[count++] = steps * 65_536 + (65_535 - state);
  }
  return Array.from(keys.subarray(0, count).sort().reverse(), (key) => 65_535 - (key % 65_536));
};
