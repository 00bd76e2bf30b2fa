/**
 * 状态之间 (links): which steps a state of the phrase machine (automaton.ts) has besides its children's, and which phrases end at it, worked
 * out from the shallow states to the deep ones.
 */
import { doubled } from './doubled.js';
import type { States } from './trie.js';

export class Links {
  /** The longest shorter end of what was read that is a state. */
  private readonly fail: Uint16Array;
  /** The state of the last character alone. */
  readonly last: Uint16Array;
  readonly shorter: Uint16Array;
  /** The nearest state, itself first, at which a phrase ends; 0 for none. */
  readonly ends: Uint16Array;
  /** Steps of a deep state: its children, and those of the deep states that it fails to, so that nothing is left to walk. */
  readonly from: Int32Array;
  classAt: Uint16Array;
  to: Uint16Array;
  private count = 0;
  /** The state whose child a class was last. */
  private readonly parent: Uint16Array;

  /** `single`: where the state of a single character goes on by a class, or where a phrase begins. */
  constructor(
    private readonly states: States,
    classes: number,
    private readonly single: (state: number, cls: number) => number,
  ) {
    const { count } = states;
    this.fail = new Uint16Array(count);
    this.last = new Uint16Array(count);
    this.shorter = new Uint16Array(count);
    this.ends = new Uint16Array(count);
    this.from = new Int32Array(count + 1);
    this.classAt = new Uint16Array(count * 4);
    this.to = new Uint16Array(count * 4);
    this.parent = new Uint16Array(classes);
    for (let state = 1; state < count; state++) this.add(state);
  }

  private add(state: number): void {
    const { fail, last, shorter, ends, from, parent } = this;
    const { deep, phraseAt, childFrom, childClass, childState } = this.states;
    const failed = fail[state] as number;
    last[state] = state < deep ? state : (last[failed] as number);
    shorter[state] = ends[failed] as number;
    ends[state] = (phraseAt[state] as number) >= 0 ? state : (shorter[state] as number);
    for (let i = childFrom[state] as number; i < (childFrom[state + 1] as number); i++) {
      const cls = childClass[i] as number;
      const child = childState[i] as number;
      // A child's fail state is where its parent's fail state goes on; it is shallower and thus already complete.
      fail[child] = this.step(state < deep ? 0 : failed, cls);
      if (state < deep) continue;
      parent[cls] = state;
      this.push(cls, child);
    }
    if (failed >= deep)
      for (let i = from[failed] as number, to = from[failed + 1] as number; i < to; i++)
        if (parent[this.classAt[i] as number] !== state) this.push(this.classAt[i] as number, this.to[i] as number);
    from[state + 1] = this.count;
  }

  private step(state: number, cls: number): number {
    if (state >= this.states.deep)
      for (let i = this.from[state] as number; i < (this.from[state + 1] as number); i++)
        if (this.classAt[i] === cls) return this.to[i] as number;
    return this.single(this.last[state] as number, cls);
  }

  private push(cls: number, state: number): void {
    if (this.count === this.to.length) {
      this.classAt = doubled(this.classAt);
      this.to = doubled(this.to);
    }
    this.classAt[this.count] = cls;
    this.to[this.count++] = state;
  }
}
