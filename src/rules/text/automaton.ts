/**
 * Turns a list of phrases (短语) into one machine that finds all of them in a text in a single pass (Aho-Corasick).
 * Called once per rule file; `scan` runs for every lead and does nothing but table look-ups: no regular expression can
 * hang the program. A state knows its steps and those of all shorter ends of what was read that are two characters or more; then
 * those of the last character alone are asked, and else a phrase begins anew or not. So a step asks three things at most.
 */

import { Links } from './links.js';
import { heaviestFirst, Steps } from './steps.js';
import { buildTrie, statesOf } from './trie.js';

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
  const trie = buildTrie(phrases, sentenceMarks);
  const { nodes, classOf, classes, silent } = trie;
  if (nodes > MAX_STATES || classes > MARK)
    throw new RangeError(`phrase automaton needs ${nodes} states, ${classes} classes`);
  const states = statesOf(trie);
  const { deep, phraseAt, childFrom, childClass, childState } = states;
  const begin = (cls: number): number => (cls < deep ? cls : 0);

  const steps = new Steps(nodes * 4, classes);
  const numbers = new Int32Array(nodes * WIDTH);
  for (const state of heaviestFirst(1, deep, childFrom))
    numbers[state * WIDTH] = steps.put(state, childClass, childState, childFrom);
  const links = new Links(states, classes, (single, cls) => {
    const place = steps.places[(numbers[single * WIDTH] as number) + cls] as number;
    return place >>> 16 === single ? place & 0xffff : begin(cls);
  });
  for (const state of heaviestFirst(deep, nodes, links.from))
    numbers[state * WIDTH] = steps.put(state, links.classAt, links.to, links.from);
  for (let state = 0; state < nodes; state++) {
    const single = links.last[state] as number;
    numbers[state * WIDTH + 1] = numbers[single * WIDTH] as number;
    numbers[state * WIDTH + 2] = single;
    numbers[state * WIDTH + 3] = links.ends[state] as number;
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
  const { shorter } = links;
  const tables = [symbols, places, numbers, phraseAt, shorter];
  return { bytes: tables.reduce((sum, table) => sum + table.byteLength, 0), states: nodes, phraseAt, shorter, scan };
};
