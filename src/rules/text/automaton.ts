/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. States of depth 0 and 1, where ordinary text spends nearly all its time, have a full Uint16 row by
 * character class; deeper ones keep their few children and a fail link, so 5,000 phrases cost a few MB instead of 60.
 */

/** 命中: the phrases found in one text, by end position, and where its sentences end; reused from lead to lead. */
export class HitBuffer {
  count = 0;
  phrase = new Int32Array(256);
  end = new Int32Array(256);
  /** Sentence ends: the position behind the mark, and how many hits stand before it. What follows the last one is not among them. */
  cuts = 0;
  cutAt = new Int32Array(64);
  cutHits = new Int32Array(64);

  /** Makes room, so that the scan may write without asking at every hit. */
  reserve(hits: number, cuts: number): void {
    if (hits > this.phrase.length) {
      this.phrase = new Int32Array(hits * 2);
      this.end = new Int32Array(hits * 2);
    }
    if (cuts > this.cutAt.length) {
      this.cutAt = new Int32Array(cuts * 2);
      this.cutHits = new Int32Array(cuts * 2);
    }
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

/** Phrases as a trie over character classes; class 0 is every character that no phrase uses, the first classes are the marks. */
const buildTrie = (phrases: readonly string[], marks: string) => {
  const classOf = new Uint16Array(65_536);
  let classes = 1;
  for (const mark of marks) classOf[mark.charCodeAt(0)] ||= classes++;
  const lastMark = classes - 1;
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
  return { order, classOf, classes, lastMark };
};

/** States that a machine for these phrases needs: phrases that begin alike share theirs. */
export const statesFor = (phrases: Iterable<string>): number => {
  const prefixes = new Set<string>();
  for (const phrase of phrases) for (let end = 1; end <= phrase.length; end++) prefixes.add(phrase.slice(0, end));
  return prefixes.size + 1;
};

/**
 * Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. `sentenceMarks`: the
 * characters that end a sentence, none where sentences do not matter.
 */
export const compileAutomaton = (phrases: readonly string[], sentenceMarks = ''): Automaton => {
  const { order, classOf, classes, lastMark } = buildTrie(phrases, sentenceMarks);
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
      const to = childFrom[state + 1] as number;
      for (let i = childFrom[state] as number; i < to; i++) if (childClass[i] === cls) return childState[i] as number;
      state = fail[state] as number;
    }
    return row[state * classes + cls] as number;
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
    ends[state] = node.phrase >= 0 ? state : (ends[fail[state] as number] as number);
    // A child's fail state is where its parent's fail state goes on; it is shallower and thus already complete.
    for (const [cls, child] of node.children) fail[child.state] = state === 0 ? 0 : step(fail[state] as number, cls);
    if (state < dense) {
      if (state > 0) row.copyWithin(state * classes, 0, classes);
      for (const [cls, child] of node.children) row[state * classes + cls] = child.state;
    }
  }

  /** Most phrases that can end at one character: the longest chain of suffixes. */
  let deepest = 1;
  for (const { state } of order) {
    let chain = 0;
    for (let at = ends[state] as number; at !== 0; at = ends[fail[at] as number] as number) chain++;
    if (chain > deepest) deepest = chain;
  }

  // Indexes are within their tables by construction, hence the narrowing instead of checks.
  const scan = (text: string, hits: HitBuffer): void => {
    hits.reserve(text.length * deepest, text.length);
    const { phrase, end, cutAt, cutHits } = hits;
    let count = 0;
    let cuts = 0;
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
      if (cls <= lastMark) {
        cutAt[cuts] = i + 1;
        cutHits[cuts++] = count;
      }
    }
    hits.count = count;
    hits.cuts = cuts;
  };
  const tables = [classOf, row, fail, output, ends, childFrom, childClass, childState];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states, scan };
};
