/**
 * Which phrases of which lists occur in a text, and where: one scan, then chains of hits by list in typed arrays. Hits
 * become objects only for the lists that a condition asks for; most leads are done before that.
 */
import { type Automaton, HitBuffer } from './automaton.js';
import { FREE, MOST_SUMS, STRIDE, unpack } from './packed-points.js';

/** 短语命中. Offsets count UTF-16 units in the value as stored. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Numbers by phrase: those of phrase p stand from `from[p]` up to `from[p + 1]`. */
export interface ByPhrase {
  readonly from: Int32Array;
  readonly ids: Int32Array;
}

/** Phrases of some lists, compiled. */
export interface PhraseTable {
  readonly automaton: Automaton;
  readonly lengths: Int32Array;
  /** All lists of a phrase. */
  readonly lists: ByPhrase;
  /** Those of them whose occurring is asked for; a list that is only weighed is not noted for every lead. */
  readonly noted: ByPhrase;
  /** Phrases below this number have noted lists, the others have none. */
  readonly notedPhrases: number;
  /** What a phrase brings to the sums (packed-points.ts), and how many sums there are. */
  readonly points: Float64Array;
  readonly sumCount: number;
  /** 1 for a list that is noted. */
  readonly isNoted: Uint8Array;
  readonly listCount: number;
}

const NO_HITS: readonly Hit[] = [];

/** No rank (ranked). */
export const UNRANKED = 65_535;

/** More hits than any text has: rank and hit in one number. */
const MOST_HITS = 2 ** 32;

const doubled = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};

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
  /** Which hits are chained so far. */
  private chained: 'none' | 'noted' | 'all' = 'none';
  private chainings = 0;
  /** Hits of a list as a chain, last first: `chain[list]` is the newest link, `linkHit` its hit, `linkBack` the link before. */
  private readonly chain: Int32Array;
  /** Chaining in which a list was last met. */
  private readonly chainOf: Uint32Array;
  /** Hits: the phrase and where it ends. */
  private count = 0;
  private phrase = new Int32Array(1024);
  private end = new Int32Array(1024);
  /** Rank and hit in one number each, to be sorted. */
  private keys = new Float64Array(256);
  private linkHit = new Int32Array(1024);
  private linkBack = new Int32Array(1024);
  private readonly hits: (Hit[] | undefined)[];
  /**
   * A phrase's points, and the sentence in which it was last seen, numbered through all loads: a sheet says the same thing many
   * times.
   */
  private readonly rows: Float64Array;
  private sentences = 0;

  constructor(private readonly table: PhraseTable) {
    this.hits = new Array<Hit[] | undefined>(table.listCount);
    this.seen = new Uint32Array(table.listCount);
    this.present = new Int32Array(table.listCount);
    this.chain = new Int32Array(table.listCount);
    this.chainOf = new Uint32Array(table.listCount);
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
    const { seen, present, rows } = this;
    const { noted, notedPhrases, automaton } = this.table;
    const { from: notedFrom, ids: notedIds } = noted;
    const { phraseAt, shorter } = automaton;
    const { count, state, end, cuts, cutHits } = this.buffer;
    let hits = 0;
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
          if (hits === this.phrase.length) this.growHits();
          this.phrase[hits] = id;
          this.end[hits++] = end[i] as number;
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
    this.count = hits;
    this.presentCount = presentCount;
    this.chained = 'none';
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

  /**
   * Chains the hits to their lists, once a condition asks where; hits become objects only for the lists that it asks for. Lists that
   * are only weighed are most of all, and asked for by explanations alone.
   */
  private chainHits(which: 'noted' | 'all'): void {
    const { chain, chainOf, hits } = this;
    const { noted, notedPhrases, lists } = this.table;
    const { from, ids } = which === 'all' ? lists : noted;
    const phrases = which === 'all' ? this.table.lengths.length : notedPhrases;
    const { count, phrase } = this;
    const chaining = ++this.chainings;
    let links = 0;
    for (let i = 0; i < count; i++) {
      const id = phrase[i] as number;
      if (id >= phrases) continue;
      for (let n = from[id] as number, to = from[id + 1] as number; n < to; n++) {
        const list = ids[n] as number;
        if (links === this.linkHit.length) this.growLinks();
        this.linkHit[links] = i;
        if (chainOf[list] === chaining) this.linkBack[links] = chain[list] as number;
        else {
          this.linkBack[links] = -1;
          chainOf[list] = chaining;
          hits[list] = undefined;
        }
        chain[list] = links++;
      }
    }
    this.chained = which;
  }

  /** Whether a list has hits, which then are chained. */
  private isChained(list: number): boolean {
    if (this.table.isNoted[list] === 1) {
      if (!this.has(list)) return false;
      if (this.chained === 'none') this.chainHits('noted');
    } else if (this.chained !== 'all') this.chainHits('all');
    return this.chainOf[list] === this.chainings;
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

  /** Shows the hits of phrases that have a rank, the lowest first, each once, until it is told that that is enough. */
  ranked(ranks: Uint16Array, show: (hit: Hit) => boolean): void {
    const { count, phrase } = this;
    if (this.keys.length < count) this.keys = new Float64Array(count * 2);
    const { keys } = this;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const rank = ranks[phrase[i] as number] as number;
      if (rank !== UNRANKED) keys[found++] = rank * MOST_HITS + i;
    }
    keys.subarray(0, found).sort();
    for (let i = 0; i < found; i++) if (!show(this.hitAt((keys[i] as number) % MOST_HITS))) return;
  }

  private hitAt(hit: number): Hit {
    const end = this.end[hit] as number;
    return { start: end - (this.table.lengths[this.phrase[hit] as number] as number), end };
  }

  private growHits(): void {
    this.phrase = doubled(this.phrase);
    this.end = doubled(this.end);
  }

  private growLinks(): void {
    this.linkHit = doubled(this.linkHit);
    this.linkBack = doubled(this.linkBack);
  }

  /** How many different phrases of a list occur. */
  different(list: number): number {
    if (!this.isChained(list)) return 0;
    const { phrase } = this;
    const found = new Set<number>();
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number)
      found.add(phrase[this.linkHit[link] as number] as number);
    return found.size;
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    return this.isChained(list) ? (this.hits[list] ?? this.unchain(list)) : NO_HITS;
  }

  private unchain(list: number): readonly Hit[] {
    const found: Hit[] = [];
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number)
      found.push(this.hitAt(this.linkHit[link] as number));
    found.reverse();
    this.hits[list] = found;
    return found;
  }
}
