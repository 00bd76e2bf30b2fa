/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. States of depth 0 and 1, where ordinary text spends nearly all its time, have a full Uint16 row by
 * character class; deeper ones keep their few children and a fail link, so 5,000 phrases cost a few MB instead of 60.
 */

/** 命中: the phrases found in one text, by end position; reused from lead to lead. */
export class HitBuffer {
  count = 0;
  phrase = new Int32Array(256);
  end = new Int32Array(256);

  push(phrase: number, end: number): void {
    if (this.count === this.phrase.length) this.grow();
    this.phrase[this.count] = phrase;
    this.end[this.count++] = end;
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

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  readonly depth: number;
  phrase: number;
  state: number;
}

const trieNode = (depth: number): TrieNode => ({ children: new Map(), depth, phrase: -1, state: 0 });

/** Phrases as a trie over character classes; class 0 is every character that no phrase uses. */
const buildTrie = (phrases: readonly string[]) => {
  const classOf = new Uint16Array(65_536);
  let classes = 1;
  const root = trieNode(0);
  phrases.forEach((phrase, id) => {
    let node = root;
    for (let i = 0; i < phrase.length; i++) {
      const code = phrase.charCodeAt(i);
      const cls = classOf[code] || classes++;
      classOf[code] = cls;
      let child = node.children.get(cls);
      if (!child) {
        child = trieNode(node.depth + 1);
        node.children.set(cls, child);
      }
      node = child;
    }
    node.phrase = id;
  });
  // Breadth first: shallow states get the low numbers, so "has a full row" is one comparison.
  const order: TrieNode[] = [root];
  for (let i = 0; i < order.length; i++) {
    const node = order[i];
    if (!node) break;
    node.state = i;
    order.push(...node.children.values());
  }
  return { order, classOf, classes };
};

/** Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. */
export const compileAutomaton = (phrases: readonly string[]): Automaton => {
  const { order, classOf, classes } = buildTrie(phrases);
  const states = order.length;
  if (states > MAX_STATES) throw new RangeError(`phrase automaton needs ${states} states`);
  const dense = order.filter((node) => node.depth <= 1).length;
  const row = new Uint16Array(dense * classes);
  const fail = new Uint16Array(states);
  const output = new Int32Array(states).fill(-1);
  /** The nearest state, itself first, at which a phrase ends; 0 for none. */
  const ends = new Uint16Array(states);
  const childFrom = new Int32Array(states + 1);
  const childClass = new Uint16Array(states);
  const childState = new Uint16Array(states);

  const step = (from: number, cls: number): number => {
    let state = from;
    while (state >= dense) {
      const to = childFrom[state + 1] ?? 0;
      for (let i = childFrom[state] ?? 0; i < to; i++) if (childClass[i] === cls) return childState[i] ?? 0;
      state = fail[state] ?? 0;
    }
    return row[state * classes + cls] ?? 0;
  };

  let children = 0;
  for (const node of order) {
    childFrom[node.state] = children;
    for (const [cls, child] of node.children) {
      childClass[children] = cls;
      childState[children++] = child.state;
    }
    childFrom[node.state + 1] = children;
  }
  for (const node of order) {
    const { state } = node;
    output[state] = node.phrase;
    ends[state] = node.phrase >= 0 ? state : (ends[fail[state] ?? 0] ?? 0);
    // A child's fail state is where its parent's fail state goes on; it is shallower and thus already complete.
    for (const [cls, child] of node.children) fail[child.state] = state === 0 ? 0 : step(fail[state] ?? 0, cls);
    if (state < dense) {
      if (state > 0) row.copyWithin(state * classes, 0, classes);
      for (const [cls, child] of node.children) row[state * classes + cls] = child.state;
    }
  }

  const scan = (text: string, hits: HitBuffer): void => {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number; // 65,536 entries: every code unit has one
      state = cls === 0 ? 0 : state < dense ? (row[state * classes + cls] as number) : step(state, cls);
      let ending = ends[state] as number;
      while (ending !== 0) {
        hits.push(output[ending] as number, i + 1);
        ending = ends[fail[ending] as number] as number;
      }
    }
  };
  const tables = [classOf, row, fail, output, ends, childFrom, childClass, childState];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states, scan };
};
