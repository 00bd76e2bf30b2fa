/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. All transitions lie in one table (a double array): a state's row begins at its base, rows overlap
 * where they have room, and an entry names its owner. Ten thousand phrases take some hundred KB that stay in the
 * processor's cache, where a full row for every state would take 80 MB.
 */

/** 命中: the phrases found in one text, by end position; reused from lead to lead. */
export class HitBuffer {
  count = 0;
  phrase = new Int32Array(256);
  end = new Int32Array(256);

  /** Makes room, so that the scan may write without asking at every hit. */
  reserve(size: number): void {
    while (this.phrase.length < size) this.grow();
  }

  private grow(): void {
    const phrase = new Int32Array(this.phrase.length * 2);
    const end = new Int32Array(this.end.length * 2);
    phrase.set(this.phrase);
    end.set(this.end);
    this.phrase = phrase;
    this.end = end;
  }
}

/** State numbers and character classes are 16 bit; a rule file beyond that is refused by lint. */
export const MAX_STATES = 65_535;

export interface Automaton {
  /** Bytes of all tables. */
  readonly bytes: number;
  readonly states: number;
  scan(text: string, hits: HitBuffer): void;
}

/** Phrases as a trie over character classes, breadth first; class 0 is every character that no phrase uses. */
interface Trie {
  readonly classOf: Uint16Array;
  readonly classes: number;
  readonly states: number;
  /** Children of state s: the states from `childFrom[s]` up to `childFrom[s + 1]`. */
  readonly childFrom: Int32Array;
  readonly parent: Uint16Array;
  /** Class that leads to a state. */
  readonly via: Uint16Array;
  /** Phrase that ends at a state, -1 for none. */
  readonly output: Int32Array;
}

/** Sorted phrases with the same beginning are neighbours: a state is a stretch of them, and no map is needed. */
const buildTrie = (phrases: readonly string[]): Trie => {
  const sorted = phrases.map((text, id) => ({ text, id })).sort((a, b) => (a.text < b.text ? -1 : 1));
  const most = phrases.reduce((sum, phrase) => sum + phrase.length, 1);
  const classOf = new Uint16Array(65_536);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const depth = new Int32Array(most);
  const childFrom = new Int32Array(most + 1);
  const parent = new Uint16Array(most);
  const via = new Uint16Array(most);
  const output = new Int32Array(most).fill(-1);
  let classes = 1;
  let states = 1;
  to[0] = sorted.length;
  for (let state = 0; state < states; state++) {
    childFrom[state] = states;
    const at = depth[state] as number;
    const end = to[state] as number;
    let i = from[state] as number;
    // Phrases are distinct: one that ends here is the first of the stretch.
    if (i < end && sorted[i]?.text.length === at) output[state] = sorted[i++]?.id ?? -1;
    while (i < end) {
      const code = sorted[i]?.text.charCodeAt(at) ?? 0;
      from[states] = i;
      while (i < end && sorted[i]?.text.charCodeAt(at) === code) i++;
      to[states] = i;
      depth[states] = at + 1;
      parent[states] = state;
      const cls = classOf[code] || classes++;
      classOf[code] = cls;
      via[states++] = cls;
    }
  }
  childFrom[states] = states;
  return { classOf, classes, states, childFrom, parent, via, output };
};

const EMPTY = -1;

/** Places tried for a row before the part of the table where it began is left as full. */
const TRIES = 16;

/** Lays the rows of all states into one table. An entry is its owner (high half) and the next state (low half). */
const layOut = ({ states, classes, childFrom, via }: Trie): { base: Int32Array; table: Int32Array } => {
  const base = new Int32Array(states);
  let table = new Int32Array(classes + 2 * states).fill(EMPTY);
  /** From a taken place towards the next free one. */
  let skip = Int32Array.from(table, (_, i) => i);
  const grow = (size: number): void => {
    const larger = new Int32Array(size * 2).fill(EMPTY);
    larger.set(table);
    const further = Int32Array.from(larger, (_, i) => i);
    further.set(skip);
    table = larger;
    skip = further;
  };
  const freeFrom = (place: number): number => {
    let free = place;
    for (;;) {
      if (free >= table.length) grow(free + 1);
      const next = skip[free] as number;
      if (next === free) break;
      free = next;
    }
    for (let at = place; at !== free; ) {
      const next = skip[at] as number;
      skip[at] = free;
      at = next;
    }
    return free;
  };
  const fits = (row: number, state: number): boolean => {
    const end = childFrom[state + 1] as number;
    for (let child = (childFrom[state] as number) + 1; child < end; child++) {
      const place = row + (via[child] as number);
      if (place >= table.length) grow(place + 1);
      if (table[place] !== EMPTY) return false;
    }
    return true;
  };
  const widthOf = (state: number): number => (childFrom[state + 1] as number) - (childFrom[state] as number);
  // The widest first, while there is room everywhere; the many with one child fill the gaps.
  const order = Array.from({ length: states }, (_, state) => state).filter((state) => widthOf(state) > 0);
  /** The lowest base tried for rows of several entries: what is crowded is left to those of one. */
  let open = 0;
  for (const state of order.sort((a, b) => widthOf(b) - widthOf(a))) {
    const first = via[childFrom[state] as number] as number;
    const alone = widthOf(state) === 1;
    let place = freeFrom(alone ? first : first + open);
    let tries = 0;
    for (; !fits(place - first, state); tries++) place = freeFrom(place + 1);
    if (tries > TRIES) open = place - first;
    base[state] = place - first;
    const end = childFrom[state + 1] as number;
    for (let child = childFrom[state] as number; child < end; child++) {
      const at = (base[state] as number) + (via[child] as number);
      table[at] = (state << 16) | child;
      skip[at] = at + 1;
    }
  }
  // Every state may be asked for every class.
  const used = base.reduce((most, row) => Math.max(most, row), 0) + classes;
  const whole = new Int32Array(used).fill(EMPTY);
  whole.set(table.subarray(0, Math.min(used, table.length)));
  return { base, table: whole };
};

/**
 * What is known of a state lies side by side, one step of the scan touches it all: where its row begins, the state of
 * its longest proper suffix, the nearest state (itself first) at which a phrase ends or 0, the phrase that ends at it.
 */
const NODE = 4;
const FAIL = 1;
const ENDS = 2;
const PHRASE = 3;

/** Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. */
export const compileAutomaton = (phrases: readonly string[]): Automaton => {
  const trie = buildTrie(phrases);
  const { states, classOf, via } = trie;
  if (states > MAX_STATES) throw new RangeError(`phrase automaton needs ${states} states`);
  const { base, table } = layOut(trie);
  const { output } = trie;
  const nodes = new Int32Array(states * NODE);
  /** Most phrases that can end at one character: the longest chain of suffixes. */
  let deepest = 1;
  const chain = new Uint8Array(states);

  // Indexes below are within their tables by construction, hence the narrowing instead of checks.
  const step = (from: number, cls: number): number => {
    let state = from;
    let entry = table[(nodes[state * NODE] as number) + cls] as number;
    while (entry >>> 16 !== state) {
      if (state === 0) return 0;
      state = nodes[state * NODE + FAIL] as number;
      entry = table[(nodes[state * NODE] as number) + cls] as number;
    }
    return entry & 0xffff;
  };

  for (let state = 0; state < states; state++) {
    nodes[state * NODE] = base[state] as number;
    nodes[state * NODE + PHRASE] = output[state] as number;
    const parent = trie.parent[state] as number;
    // Where the parent's fail state goes on; it is shallower and thus already complete.
    const fail = parent === 0 ? 0 : step(nodes[parent * NODE + FAIL] as number, via[state] as number);
    nodes[state * NODE + FAIL] = fail;
    const behind = nodes[fail * NODE + ENDS] as number;
    const ends = (output[state] as number) >= 0;
    nodes[state * NODE + ENDS] = ends ? state : behind;
    chain[state] = (chain[behind] as number) + (ends ? 1 : 0);
    deepest = Math.max(deepest, chain[state] as number);
  }

  const scan = (text: string, hits: HitBuffer): void => {
    hits.reserve(text.length * deepest);
    const { phrase, end } = hits;
    let count = 0;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number;
      if (cls === 0) {
        state = 0;
        continue;
      }
      state = step(state, cls);
      let at = nodes[state * NODE + ENDS] as number;
      while (at !== 0) {
        phrase[count] = nodes[at * NODE + PHRASE] as number;
        end[count++] = i + 1;
        at = nodes[(nodes[at * NODE + FAIL] as number) * NODE + ENDS] as number;
      }
    }
    hits.count = count;
  };
  const tables = [classOf, table, nodes];
  return { bytes: tables.reduce((sum, one) => sum + one.byteLength, 0), states, scan };
};
