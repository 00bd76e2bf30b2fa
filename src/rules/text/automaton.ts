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

/**
 * Compiles distinct, non-empty phrases; the position of a phrase in the list is its id in the hits. `sentenceMarks`: the
 * characters that end a sentence, none where sentences do not matter.
 */
export const compileAutomaton = (phrases: readonly string[], sentenceMarks = ''): Automaton => {
  const { nodes: states, classOf, classes, lastMark, ...trie } = buildTrie(phrases, sentenceMarks);
  if (states > MAX_STATES) throw new RangeError(`phrase automaton needs ${states} states`);
  // Breadth first: shallow states get the low numbers, so "has a full row" is one comparison.
  const order = new Uint16Array(states);
  let dense = 1;
  const fail = new Uint16Array(states);
  const output = new Int32Array(states).fill(-1);
  /** The nearest state, itself first, at which a phrase ends; 0 for none. */
  const ends = new Uint16Array(states);
  const childFrom = new Int32Array(states + 1);
  const childClass = new Uint16Array(states);
  const childState = new Uint16Array(states);

  for (let state = 0, next = 1; state < states; state++) {
    const node = order[state] as number;
    output[state] = trie.phraseAt[node] as number;
    // The root and its children come first.
    if (trie.depth[node] === 1) dense = state + 1;
    childFrom[state] = next - 1;
    for (let child = trie.firstChild[node] as number; child !== 0; child = trie.sibling[child] as number) {
      childClass[next - 1] = trie.classAt[child] as number;
      childState[next - 1] = next;
      order[next++] = child;
    }
    childFrom[state + 1] = next - 1;
  }
  const row = new Uint16Array(dense * classes);
  const step = (from: number, cls: number): number => {
    let state = from;
    while (state >= dense) {
      const to = childFrom[state + 1] as number;
      for (let i = childFrom[state] as number; i < to; i++) if (childClass[i] === cls) return childState[i] as number;
      state = fail[state] as number;
    }
    return row[state * classes + cls] as number;
  };

  /** Most phrases that can end at one character: the longest chain of suffixes. */
  let deepest = 1;
  const chained = new Uint16Array(states);
  for (let state = 0; state < states; state++) {
    const shorter = fail[state] as number;
    ends[state] = (output[state] as number) >= 0 ? state : (ends[shorter] as number);
    chained[state] = (chained[shorter] as number) + ((output[state] as number) >= 0 ? 1 : 0);
    deepest = Math.max(deepest, chained[state] as number);
    if (state > 0 && state < dense) row.copyWithin(state * classes, 0, classes);
    for (let i = childFrom[state] as number, to = childFrom[state + 1] as number; i < to; i++) {
      const child = childState[i] as number;
      const cls = childClass[i] as number;
      // A child's fail state is where its parent's fail state goes on; it is shallower and thus already complete.
      fail[child] = state === 0 ? 0 : step(shorter, cls);
      if (state < dense) row[state * classes + cls] = child;
    }
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
