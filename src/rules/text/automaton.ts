/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. A state knows its steps and those of all shorter ends of what was read that are two characters or more; then
 * those of the last character alone are asked, and else a phrase begins anew or not. So a step asks three things at most.
 */

import { heaviestFirst, Steps } from './steps.js';
import { buildTrie } from './trie.js';

/** 命中: where phrases end in one text, and where its sentences end; reused from text to text. */
export class HitBuffer {
  count = 0;
  /** The state of the longest phrase that ends there; the shorter ones follow by {@link Automaton.shorter}. */
  state = new Uint16Array(256);
  end = new Int32Array(256);
  /** Sentence ends: the position behind the mark, and how many hits stand before it. What follows the last one is not among them. */
  cuts = 0;
  cutAt = new Int32Array(256);
  cutHits = new Int32Array(256);

  /** Makes room, so that the scan may write without asking at every character. */
  reserve(characters: number): void {
    if (characters < this.state.length) return;
    this.state = new Uint16Array(characters * 2);
    this.end = new Int32Array(characters * 2);
    this.cutAt = new Int32Array(characters * 2);
    this.cutHits = new Int32Array(characters * 2);
  }
}

/** State numbers and character classes are 16 bit; a rule file beyond that is refused by lint. */
export const MAX_STATES = 65_535;

export interface Automaton {
  /** Bytes of all tables. */
  readonly bytes: number;
  readonly states: number;
  /** The phrase that ends at a state, -1 for none. */
  readonly phraseAt: Int32Array;
  /** The state of the next shorter phrase that ends where this one ends, 0 for none. */
  readonly shorter: Uint16Array;
  scan(text: string, hits: HitBuffer): void;
}

/** Where a state's numbers for the scan stand: own steps, the steps of its last character alone, that character's state, its phrase. */
const WIDTH = 4;

/** Bit of a character that ends a sentence, beside its class. */
const MARK = 0x8000;

/**
 * Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. `sentenceMarks`: the
 * characters that end a sentence, none where sentences do not matter.
 */
export const compileAutomaton = (phrases: readonly string[], sentenceMarks = ''): Automaton => {
  const { nodes: states, classOf, classes, silent, ...trie } = buildTrie(phrases, sentenceMarks);
  if (states > MAX_STATES || classes > MARK)
    throw new RangeError(`phrase automaton needs ${states} states, ${classes} classes`);
  // Breadth first: a state comes after all that are shallower. The children of the root, numbered as their classes, come first.
  const order = new Uint16Array(states);
  let deep = 1;
  const phraseAt = new Int32Array(states).fill(-1);
  const childFrom = new Int32Array(states + 1);
  const childClass = new Uint16Array(states);
  const childState = new Uint16Array(states);
  for (let state = 0, next = 1; state < states; state++) {
    const node = order[state] as number;
    phraseAt[state] = trie.phraseAt[node] as number;
    if (trie.depth[node] === 1) deep = state + 1;
    childFrom[state] = next - 1;
    const first = next;
    for (let child = trie.newestChild[node] as number; child !== 0; child = trie.older[child] as number) {
      // The children of the root are numbered as their classes, which are the first.
      order[state === 0 ? (trie.classAt[child] as number) : next] = child;
      next++;
    }
    for (let child = first; child < next; child++) {
      childClass[child - 1] = trie.classAt[order[child] as number] as number;
      childState[child - 1] = child;
    }
    childFrom[state + 1] = next - 1;
  }
  /** Where a phrase that begins with a class goes on; 0 where none does. */
  const begin = (cls: number): number => (cls < deep ? cls : 0);

  const steps = new Steps(states * 4, classes);
  const numbers = new Int32Array(states * WIDTH);
  for (const state of heaviestFirst(1, deep, childFrom))
    numbers[state * WIDTH] = steps.put(
      state,
      childClass,
      childState,
      childFrom[state] as number,
      childFrom[state + 1] as number,
    );

  /** Steps of a deep state: its children, and those of the states that it fails to, so that nothing is left to walk. */
  const from = new Int32Array(states + 1);
  let classAt = new Uint16Array(states * 4);
  let to = new Uint16Array(states * 4);
  let count = 0;
  const fail = new Uint16Array(states);
  const last = new Uint16Array(states);
  const shorter = new Uint16Array(states);
  /** The nearest state, itself first, at which a phrase ends; 0 for none. */
  const ends = new Uint16Array(states);
  /** State whose own child a class was last. */
  const own = new Uint16Array(classes);

  const step = (state: number, cls: number): number => {
    if (state >= deep)
      for (let i = from[state] as number; i < (from[state + 1] as number); i++)
        if (classAt[i] === cls) return to[i] as number;
    const single = last[state] as number;
    const place = steps.places[(numbers[single * WIDTH] as number) + cls] as number;
    return place >>> 16 === single ? place & 0xffff : begin(cls);
  };

  for (let state = 1; state < states; state++) {
    const failed = fail[state] as number;
    last[state] = state < deep ? state : (last[failed] as number);
    shorter[state] = ends[failed] as number;
    ends[state] = (phraseAt[state] as number) >= 0 ? state : (shorter[state] as number);
    from[state] = count;
    const children = childFrom[state + 1] as number;
    const inherited = failed >= deep ? (from[failed + 1] as number) - (from[failed] as number) : 0;
    while (count + children - (childFrom[state] as number) + inherited > to.length) {
      classAt = grown(classAt);
      to = grown(to);
    }
    for (let i = childFrom[state] as number; i < children; i++) {
      const cls = childClass[i] as number;
      const child = childState[i] as number;
      // A child's fail state is where its parent's fail state goes on; it is shallower and thus already complete.
      fail[child] = state < deep ? begin(cls) : step(failed, cls);
      own[cls] = state;
      if (state < deep) continue;
      classAt[count] = cls;
      to[count++] = child;
    }
    if (inherited > 0)
      for (let i = from[failed] as number; i < (from[failed + 1] as number); i++) {
        const cls = classAt[i] as number;
        if (own[cls] === state) continue;
        classAt[count] = cls;
        to[count++] = to[i] as number;
      }
    from[state + 1] = count;
  }
  for (const state of heaviestFirst(deep, states, from))
    numbers[state * WIDTH] = steps.put(state, classAt, to, from[state] as number, from[state + 1] as number);
  for (let state = 0; state < states; state++) {
    const single = last[state] as number;
    numbers[state * WIDTH + 1] = numbers[single * WIDTH] as number;
    numbers[state * WIDTH + 2] = single;
    numbers[state * WIDTH + 3] = ends[state] as number;
  }

  const symbols = classOf.slice();
  for (const mark of sentenceMarks) symbols[mark.charCodeAt(0)] = (classOf[mark.charCodeAt(0)] as number) | MARK;
  // Indexes are within their tables by construction, hence the narrowing instead of checks.
  const { places } = steps;
  const scan = (text: string, hits: HitBuffer): void => {
    hits.reserve(text.length);
    const { state: found, end, cutAt, cutHits } = hits;
    let count = 0;
    let cuts = 0;
    let state = 0;
    for (let i = 0; i < text.length; ) {
      const symbol = symbols[text.charCodeAt(i++)] as number;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      const cls = symbol & ~MARK;
      const at = state * WIDTH;
      const own = places[(numbers[at] as number) + cls] as number;
      if (own >>> 16 === state) state = own & 0xffff;
      else if (state < deep) state = begin(cls);
      else {
        const single = places[(numbers[at + 1] as number) + cls] as number;
        state = single >>> 16 === numbers[at + 2] ? single & 0xffff : begin(cls);
      }
      if (state >= silent) {
        const phrase = numbers[state * WIDTH + 3] as number;
        if (phrase !== 0) {
          found[count] = phrase;
          end[count++] = i;
        }
      }
      if (symbol >= MARK) {
        cutAt[cuts] = i;
        cutHits[cuts++] = count;
      }
    }
    hits.count = count;
    hits.cuts = cuts;
  };
  const tables = [symbols, places, numbers, phraseAt, shorter];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states, phraseAt, shorter, scan };
};

const grown = (array: Uint16Array): Uint16Array<ArrayBuffer> => {
  const larger = new Uint16Array(array.length * 2);
  larger.set(array);
  return larger;
};
