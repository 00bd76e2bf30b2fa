/**
 * 短语树 (phrase trie): phrases as a tree of their characters, what the phrase machine (automaton.ts) is made from. Its nodes stand in
 * arrays: thousands of objects would take longer to make than all else.
 */

/**
 * Characters by class; 0 is every character that no phrase and no mark uses. Those that begin a phrase come first, the last among
 * them those that are one: the first of these is `silent`.
 */
export interface PhraseTrie {
  readonly classOf: Uint16Array;
  readonly classes: number;
  readonly silent: number;
  /** Node 0 is the root; a node comes after its parent. */
  readonly nodes: number;
  /** By node: its class, the phrase that ends there or -1. */
  readonly classAt: Uint16Array;
  readonly phraseAt: Int32Array;
  /** By node: the newest of its children, and the next older one of the same parent; 0 for none. */
  readonly newestChild: Int32Array;
  readonly older: Int32Array;
}

/** `marks`: characters that have a class whether or not a phrase uses them. */
export const buildTrie = (phrases: readonly string[], marks: string): PhraseTrie => {
  const classOf = new Uint16Array(65_536);
  let classes = 1;
  const single = new Set(phrases.filter((phrase) => phrase.length === 1));
  for (const phrase of phrases) if (!single.has(phrase.charAt(0))) classOf[phrase.charCodeAt(0)] ||= classes++;
  const silent = classes;
  for (const phrase of single) classOf[phrase.charCodeAt(0)] = classes++;
  for (const mark of marks) classOf[mark.charCodeAt(0)] ||= classes++;
  let most = 1;
  for (const phrase of phrases) {
    for (let i = 0; i < phrase.length; i++) classOf[phrase.charCodeAt(i)] ||= classes++;
    most += phrase.length;
  }
  const classAt = new Uint16Array(most);
  const phraseAt = new Int32Array(most).fill(-1);
  const newestChild = new Int32Array(most);
  const older = new Int32Array(most);
  /** Child by parent and class. */
  const known = new Map<number, number>();
  let nodes = 1;
  phrases.forEach((phrase, id) => {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const cls = classOf[phrase.charCodeAt(i)] as number;
      // Small numbers make quick keys.
      const key = node * classes + cls;
      let child = known.get(key);
      if (child === undefined) {
        child = nodes++;
        known.set(key, child);
        classAt[child] = cls;
        older[child] = newestChild[node] as number;
        newestChild[node] = child;
      }
      node = child;
    }
    phraseAt[node] = id;
  });
  return { nodes, classOf, classes, silent, classAt, phraseAt, newestChild, older };
};

/** 状态 (states): the nodes of a trie numbered by depth, so that a state comes after all that are shallower; 0 is the root. */
export interface States {
  readonly count: number;
  /** The first of depth two; below it a character that begins a phrase has its class for a state. */
  readonly deep: number;
  /** The phrase that ends at a state, -1 for none. */
  readonly phraseAt: Int32Array;
  /** The children of a state and their classes stand from `childFrom[state]` to `childFrom[state + 1]`. */
  readonly childFrom: Int32Array;
  readonly childClass: Uint16Array;
  readonly childState: Uint16Array;
}

export const statesOf = ({ nodes: count, classAt, newestChild, older, ...trie }: PhraseTrie): States => {
  const order = new Uint16Array(count);
  const phraseAt = new Int32Array(count);
  const childFrom = new Int32Array(count + 1);
  const childClass = new Uint16Array(count);
  const childState = new Uint16Array(count);
  for (let state = 0, next = 1; state < count; state++) {
    const node = order[state] as number;
    phraseAt[state] = trie.phraseAt[node] as number;
    childFrom[state] = next - 1;
    const first = next;
    for (let child = newestChild[node] as number; child !== 0; child = older[child] as number) {
      order[state === 0 ? (classAt[child] as number) : next] = child;
      next++;
    }
    for (let child = first; child < next; child++) {
      childClass[child - 1] = classAt[order[child] as number] as number;
      childState[child - 1] = child;
    }
    childFrom[state + 1] = next - 1;
  }
  // The root's children come right behind it.
  return { count, deep: (childFrom[1] as number) + 1, phraseAt, childFrom, childClass, childState };
};

/** States that a machine for these phrases needs: phrases that begin alike share theirs. */
export const statesFor = (phrases: Iterable<string>): number => {
  const prefixes = new Set<string>();
  for (const phrase of phrases) for (let end = 1; end <= phrase.length; end++) prefixes.add(phrase.slice(0, end));
  return prefixes.size + 1;
};
