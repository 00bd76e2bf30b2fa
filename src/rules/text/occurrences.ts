/**
 * Which phrases of which lists occur in a text, and what they bring to the sums: one scan, after which most leads are done. Where the
 * phrases of a list stand is worked out when it is asked for (chains.ts).
 */
import { HitBuffer } from './automaton.js';
import { Chains } from './chains.js';
import { type Hit, Hits, NO_HITS, UNRANKED } from './hits.js';
import { FREE, MOST_SUMS, STRIDE, unpack } from './packed-points.js';
import type { PhraseTable } from './phrase-table.js';

export class Occurrences {
  private readonly buffer = new HitBuffer();
  /** Load in which a list was last seen; the lists seen in this load. */
  private readonly seen: Uint32Array;
  readonly present: Int32Array;
  presentCount = 0;
  /** Sums of the points of all different phrases. */
  readonly sums = new Int32Array(MOST_SUMS);
  /** The highest sum of any one sentence, not below 0, and which sentence that is. */
  readonly best = new Int32Array(MOST_SUMS);
  private readonly bestOf = new Int32Array(MOST_SUMS);
  private readonly ofSentence = new Int32Array(MOST_SUMS);
  private loads = 0;
  private readonly hits: Hits;
  private readonly chains: Chains;
  /**
   * A phrase's points, and the sentence in which it was last seen, numbered through all loads: a sheet says the same thing many
   * times.
   */
  private readonly rows: Float64Array;
  private sentences = 0;

  constructor(private readonly table: PhraseTable) {
    this.hits = new Hits(table.lengths);
    this.chains = new Chains(table, this.hits);
    this.seen = new Uint32Array(table.listCount);
    this.present = new Int32Array(table.listCount);
    this.rows = table.points.slice();
  }

  load(text: string): void {
    this.table.automaton.scan(text, this.buffer);
    this.noteLists();
  }

  has(list: number): boolean {
    return this.seen[list] === this.loads;
  }

  /** True where a phrase of every one of these lists occurs; counts nothing and asks no context. */
  hasAll(lists: readonly number[]): boolean {
    for (let i = 0; i < lists.length; i++) if (this.seen[lists[i] as number] !== this.loads) return false; // i < length
    return true;
  }

  /** Notes a list without phrases as occurring, right after the load: what it stands for was found out otherwise (reading.ts). */
  note(list: number): void {
    this.seen[list] = this.loads;
    this.present[this.presentCount++] = list;
  }

  /** Whether a position stands in the sentence with the highest sum. */
  inBest(sum: number, position: number): boolean {
    const { cuts, cutAt } = this.buffer;
    const sentence = this.bestOf[sum] as number;
    return (
      (sentence === 0 || position >= (cutAt[sentence - 1] as number)) &&
      (sentence === cuts || position < (cutAt[sentence] as number))
    );
  }

  /** Which lists occur, and the sums of the points: all that a clean lead is asked. */
  private noteLists(): void {
    const { seen, present, rows, hits } = this;
    const { noted, notedPhrases, automaton } = this.table;
    const { from: notedFrom, ids: notedIds } = noted;
    const { phraseAt, shorter } = automaton;
    const { count, state, end, cuts, cutHits } = this.buffer;
    hits.count = 0;
    const load = ++this.loads;
    const firstSentence = this.sentences + 1;
    let presentCount = 0;
    let text0 = 0;
    let text1 = 0;
    let text2 = 0;
    this.best.fill(0);
    // Typed arrays of fixed length: every index below is within them.
    for (let cut = 0, i = 0; cut <= cuts; cut++) {
      const sentence = ++this.sentences;
      const to = cut < cuts ? (cutHits[cut] as number) : count;
      if (i === to) continue;
      let sentence0 = 0;
      let sentence1 = 0;
      let sentence2 = 0;
      for (; i < to; i++)
        for (let ending = state[i] as number; ending !== 0; ending = shorter[ending] as number) {
          const id = phraseAt[ending] as number;
          hits.add(id, end[i] as number);
          const at = id * STRIDE;
          const last = rows[at + FREE] as number;
          if (last === sentence) continue;
          rows[at + FREE] = sentence;
          const points0 = rows[at] as number;
          const points1 = rows[at + 1] as number;
          const points2 = rows[at + 2] as number;
          sentence0 += points0;
          sentence1 += points1;
          sentence2 += points2;
          if (last >= firstSentence) continue;
          text0 += points0;
          text1 += points1;
          text2 += points2;
          if (id >= notedPhrases) continue;
          for (let n = notedFrom[id] as number, end = notedFrom[id + 1] as number; n < end; n++) {
            const list = notedIds[n] as number;
            if (seen[list] !== load) {
              seen[list] = load;
              present[presentCount++] = list;
            }
          }
        }
      this.closeSentence(cut, sentence0, sentence1, sentence2);
    }
    unpack(0, text0, this.sums);
    unpack(1, text1, this.sums);
    unpack(2, text2, this.sums);
    this.presentCount = presentCount;
    this.chains.forget();
  }

  private closeSentence(sentence: number, word0: number, word1: number, word2: number): void {
    const { best, bestOf, ofSentence } = this;
    unpack(0, word0, ofSentence);
    unpack(1, word1, ofSentence);
    unpack(2, word2, ofSentence);
    for (let sum = 0; sum < this.table.sumCount; sum++) {
      if ((ofSentence[sum] as number) <= (best[sum] as number)) continue;
      best[sum] = ofSentence[sum] as number;
      bestOf[sum] = sentence;
    }
  }

  /** The rank of each phrase, which is the lowest of its lists'; {@link UNRANKED} for none. */
  ranksByPhrase(rankOf: Uint16Array): Uint16Array {
    const { from, ids } = this.table.lists;
    const ranks = new Uint16Array(from.length - 1).fill(UNRANKED);
    for (let phrase = 0; phrase < ranks.length; phrase++)
      for (let n = from[phrase] as number, to = from[phrase + 1] as number; n < to; n++)
        ranks[phrase] = Math.min(ranks[phrase] as number, rankOf[ids[n] as number] as number);
    return ranks;
  }

  /** Shows the hits of phrases with a rank, the lowest first, until it is told that that is enough. */
  ranked(ranks: Uint16Array, show: (hit: Hit) => boolean): void {
    this.hits.ranked(ranks, show);
  }

  /** A list that is noted is known to have hits or none; of others only their chains tell. */
  private mayHave(list: number): boolean {
    return this.table.isNoted[list] !== 1 || this.has(list);
  }

  /** How many different phrases of a list occur. */
  different(list: number): number {
    return this.mayHave(list) ? this.chains.different(list) : 0;
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    return this.mayHave(list) ? this.chains.hitsOf(list) : NO_HITS;
  }
}
