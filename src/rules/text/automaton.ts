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

/** States that a machine for these phrases needs: phrases that begin alike share theirs. */
export const statesFor = (phrases: Iterable<string>): number => {
  const prefixes = new Set<string>();
  for (const phrase of phrases) for (let end = 1; end <= phrase.length; end++) prefixes.add(phrase.slice(0, end));
  return prefixes.size + 1;
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

  /** Most phrases that can end at one character: the longest chain of suffixes. */
  let deepest = 1;
  for (const { state } of order) {
    let chain = 0;
    for (let at = ends[state] ?? 0; at !== 0; at = ends[fail[at] ?? 0] ?? 0) chain++;
    if (chain > deepest) deepest = chain;
  }

  // Indexes below are within their tables by construction, hence the narrowing instead of checks.
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
      state = state < dense ? (row[state * classes + cls] as number) : step(state, cls);
      for (let at = ends[state] as number; at !== 0; at = ends[fail[at] as number] as number) {
        phrase[count] = output[at] as number;
        end[count++] = i + 1;
      }
    }
    hits.count = count;
  };
  const tables = [classOf, row, fail, output, ends, childFrom, childClass, childState];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states, scan };
};
