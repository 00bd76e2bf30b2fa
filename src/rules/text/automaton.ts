/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. How a state goes on stands in one table of all states, laid over each other so that no cell is used twice, and
 * a step asks three things at most: the state's own cell, that of the last character alone, and where a phrase begins.
 */

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

/**
 * Phrases as a trie over character classes, its nodes in arrays: thousands of objects would take longer to make than all else. Class 0
 * is every character that no phrase uses, the first classes are the marks. Node 0 is the root; a node comes after its parent.
 */
const buildTrie = (phrases: readonly string[], marks: string) => {
  const classOf = new Uint16Array(65_536);
  let classes = 1;
  for (const mark of marks) classOf[mark.charCodeAt(0)] ||= classes++;
  const lastMark = classes - 1;
  const most = phrases.reduce((sum, phrase) => sum + phrase.length, 1);
  const classAt = new Uint16Array(most);
  const depth = new Uint16Array(most);
  const phraseAt = new Int32Array(most).fill(-1);
  const firstChild = new Int32Array(most);
  const sibling = new Int32Array(most);
  /** Child by parent and class. */
  const known = new Map<number, number>();
  let nodes = 1;
  phrases.forEach((phrase, id) => {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const code = phrase.charCodeAt(i);
      const cls = (classOf[code] as number) || classes++;
      classOf[code] = cls;
      const key = node * 65_536 + cls;
      let child = known.get(key);
      if (child === undefined) {
        child = nodes++;
        known.set(key, child);
        classAt[child] = cls;
        depth[child] = i + 1;
        sibling[child] = firstChild[node] as number;
        firstChild[node] = child;
      }
      node = child;
    }
    phraseAt[node] = id;
  });
  return { nodes, classOf, classes, lastMark, classAt, depth, phraseAt, firstChild, sibling };
};

/** States that a machine for these phrases needs: phrases that begin alike share theirs. */
export const statesFor = (phrases: Iterable<string>): number => {
  const prefixes = new Set<string>();
  for (const phrase of phrases) for (let end = 1; end <= phrase.length; end++) prefixes.add(phrase.slice(0, end));
  return prefixes.size + 1;
};

/** Places of a table that holds the steps of all states; -1 is a free place, else the state and where it goes. */
class Steps {
  places: Int32Array;
  private seed = 1;

  constructor(
    steps: number,
    private readonly classes: number,
  ) {
    let size = 1024;
    while (size < steps * 1.6) size *= 2;
    this.places = new Int32Array(size + classes).fill(-1);
  }

  /** Puts the steps of a state where they meet no others; where that is. The larger lists come first, while there is room. */
  put(state: number, classAt: Uint16Array, to: Uint16Array, from: number, end: number): number {
    if (from === end) return 0;
    const base = this.room(classAt, from, end);
    for (let i = from; i < end; i++) this.places[base + (classAt[i] as number)] = (state << 16) | (to[i] as number);
    return base;
  }

  private room(classAt: Uint16Array, from: number, end: number): number {
    for (let tries = 1; ; tries++) {
      // A fixed row of numbers that look random: the same phrases make the same table.
      this.seed = (Math.imul(this.seed, 1_103_515_245) + 12_345) >>> 0;
      const base = (this.seed >>> 3) % (this.places.length - this.classes);
      let i = from;
      while (i < end && this.places[base + (classAt[i] as number)] === -1) i++;
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

/** Then the table is too full for lists of that length. */
const MOST_TRIES = 1000;

/** Numbers from `first` to `end`, those with the higher weight first. */
const heaviestFirst = (first: number, end: number, weight: (number: number) => number): number[] =>
  Array.from({ length: end - first }, (_, i) => first + i).sort((a, b) => weight(b) - weight(a));

/** Where a state's numbers for the scan stand: own steps, the steps of its last character alone, that character's state, its phrase. */
const WIDTH = 4;

/**
 * Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. `sentenceMarks`: the
 * characters that end a sentence, none where sentences do not matter.
 */
export const compileAutomaton = (phrases: readonly string[], sentenceMarks = ''): Automaton => {
  const { nodes: states, classOf, classes, lastMark, ...trie } = buildTrie(phrases, sentenceMarks);
  if (states > MAX_STATES) throw new RangeError(`phrase automaton needs ${states} states`);
  // Breadth first: a state comes after all that are shallower.
  const order = new Uint16Array(states);
  let deep = 1;
  const phraseAt = new Int32Array(states).fill(-1);
  const childFrom = new Int32Array(states + 1);
  const childClass = new Uint16Array(states);
  const childState = new Uint16Array(states);
  for (let state = 0, next = 1; state < states; state++) {
    const node = order[state] as number;
    phraseAt[state] = trie.phraseAt[node] as number;
    // The root and its children come first.
    if (trie.depth[node] === 1) deep = state + 1;
    childFrom[state] = next - 1;
    for (let child = trie.firstChild[node] as number; child !== 0; child = trie.sibling[child] as number) {
      childClass[next - 1] = trie.classAt[child] as number;
      childState[next - 1] = next;
      order[next++] = child;
    }
    childFrom[state + 1] = next - 1;
  }
  const begin = new Uint16Array(classes);
  for (let i = 0; i < (childFrom[1] as number); i++) begin[childClass[i] as number] = childState[i] as number;

  const steps = new Steps(states * 2, classes);
  const numbers = new Int32Array(states * WIDTH);
  for (const state of heaviestFirst(1, deep, (of) => (childFrom[of + 1] as number) - (childFrom[of] as number)))
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
    return place >>> 16 === single ? place & 0xffff : (begin[cls] as number);
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
      fail[child] = state < deep ? (begin[cls] as number) : step(failed, cls);
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
  for (const state of heaviestFirst(deep, states, (of) => (from[of + 1] as number) - (from[of] as number)))
    numbers[state * WIDTH] = steps.put(state, classAt, to, from[state] as number, from[state + 1] as number);
  for (let state = 0; state < states; state++) {
    const single = last[state] as number;
    numbers[state * WIDTH + 1] = numbers[single * WIDTH] as number;
    numbers[state * WIDTH + 2] = single;
    numbers[state * WIDTH + 3] = ends[state] as number;
  }

  // Indexes are within their tables by construction, hence the narrowing instead of checks.
  const { places } = steps;
  const scan = (text: string, hits: HitBuffer): void => {
    hits.reserve(text.length);
    const { state: found, end, cutAt, cutHits } = hits;
    let count = 0;
    let cuts = 0;
    let state = 0;
    for (let i = 0; i < text.length; ) {
      const cls = classOf[text.charCodeAt(i++)] as number;
      const at = state * WIDTH;
      const own = places[(numbers[at] as number) + cls] as number;
      if (own >>> 16 === state) state = own & 0xffff;
      else {
        const single = places[(numbers[at + 1] as number) + cls] as number;
        state = single >>> 16 === numbers[at + 2] ? single & 0xffff : (begin[cls] as number);
      }
      // Written in any case and kept where a phrase ends: nearly every second character ends one, which no processor foresees.
      const phrase = numbers[state * WIDTH + 3] as number;
      found[count] = phrase;
      end[count] = i;
      count += -phrase >>> 31;
      if (cls <= lastMark && cls > 0) {
        cutAt[cuts] = i;
        cutHits[cuts++] = count;
      }
    }
    hits.count = count;
    hits.cuts = cuts;
  };
  const tables = [classOf, places, numbers, begin, phraseAt, shorter];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states, phraseAt, shorter, scan };
};

const grown = (array: Uint16Array): Uint16Array<ArrayBuffer> => {
  const larger = new Uint16Array(array.length * 2);
  larger.set(array);
  return larger;
};
