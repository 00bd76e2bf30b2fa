/**
 * Which phrases of which lists occur in a text, and where: one scan, then chains of hits by list in typed arrays. Hits
 * become objects only for the lists that a condition asks for; most leads are done before that.
 */
import { type Automaton, HitBuffer } from './automaton.js';

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
  /** Sums that a phrase brings points to, and in the same places the points. */
  readonly weighed: ByPhrase;
  readonly points: Int32Array;
  /** 1 for a list that is noted. */
  readonly isNoted: Uint8Array;
  readonly listCount: number;
  readonly sumCount: number;
  /** Per code unit 2 where a sentence ends, where sentences are added up too; else null. */
  readonly sentenceMarks: Uint8Array | null;
}

const NO_HITS: readonly Hit[] = [];

export class Occurrences {
  private readonly buffer = new HitBuffer();
  /** Load in which a list was last seen; the lists seen in this load. */
  private readonly seen: Uint32Array;
  readonly present: Int32Array;
  presentCount = 0;
  /** Sums of the points of all different phrases. */
  readonly sums: Int32Array;
  /** The highest sum of any one sentence, not below 0, and where that sentence stands. */
  readonly best: Int32Array;
  readonly bestFrom: Int32Array;
  readonly bestTo: Int32Array;
  private readonly ofSentence: Int32Array;
  /** Sentence in which a phrase was last seen, numbered through all loads. */
  private readonly sentenceSeen: Float64Array;
  private sentences = 0;
  private loads = 0;
  private chained = false;
  /** Hits of a list as a chain, last first: `chain[list]` is the newest link, `linkHit` its hit, `linkBack` the link before. */
  private readonly chain: Int32Array;
  /** Load in which a list was last chained. */
  private readonly chainOf: Uint32Array;
  private linkHit = new Int32Array(1024);
  private linkBack = new Int32Array(1024);
  private readonly hits: (Hit[] | undefined)[];
  /** Load in which a phrase was last seen: a sheet says the same thing many times. */
  private readonly phraseSeen: Uint32Array;

  constructor(private readonly table: PhraseTable) {
    this.hits = new Array<Hit[] | undefined>(table.listCount);
    this.seen = new Uint32Array(table.listCount);
    this.present = new Int32Array(table.listCount);
    this.chain = new Int32Array(table.listCount);
    this.chainOf = new Uint32Array(table.listCount);
    this.phraseSeen = new Uint32Array(table.lengths.length);
    this.sums = new Int32Array(table.sumCount);
    this.best = new Int32Array(table.sumCount);
    this.bestFrom = new Int32Array(table.sumCount);
    this.bestTo = new Int32Array(table.sumCount);
    this.ofSentence = new Int32Array(table.sumCount);
    this.sentenceSeen = new Float64Array(table.lengths.length);
  }

  load(text: string): void {
    this.table.automaton.scan(text, this.buffer);
    this.noteLists(text);
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

  /** Which lists occur, and the sums of the points: all that a clean lead is asked. */
  private noteLists(text: string): void {
    const { seen, present, phraseSeen, sums, ofSentence, sentenceSeen } = this;
    const { noted, weighed, points, sentenceMarks } = this.table;
    const { from: weighedFrom, ids: weighedIds } = weighed;
    const { from: notedFrom, ids: notedIds } = noted;
    const { count, phrase, end } = this.buffer;
    const load = ++this.loads;
    let presentCount = 0;
    sums.fill(0);
    if (sentenceMarks !== null) this.best.fill(0);
    let sentence = ++this.sentences;
    let at = 0;
    let begin = 0;
    // Typed arrays of fixed length: every index below is within them.
    for (let i = 0; i < count; i++) {
      // Hits come by where they end, so a sentence is done when the first hit behind its mark comes.
      if (sentenceMarks !== null)
        for (const last = (end[i] as number) - 1; at < last; at++) {
          if (sentenceMarks[text.charCodeAt(at)] !== 2) continue;
          this.closeSentence(begin, at + 1);
          sentence = ++this.sentences;
          begin = at + 1;
        }
      const id = phrase[i] as number;
      const isNew = phraseSeen[id] !== load;
      if (!isNew && (sentenceMarks === null || sentenceSeen[id] === sentence)) continue;
      phraseSeen[id] = load;
      sentenceSeen[id] = sentence;
      for (let n = weighedFrom[id] as number, to = weighedFrom[id + 1] as number; n < to; n++) {
        const sum = weighedIds[n] as number;
        const more = points[n] as number;
        ofSentence[sum] = (ofSentence[sum] as number) + more;
        if (isNew) sums[sum] = (sums[sum] as number) + more;
      }
      if (!isNew) continue;
      for (let n = notedFrom[id] as number, to = notedFrom[id + 1] as number; n < to; n++) {
        const list = notedIds[n] as number;
        if (seen[list] !== load) {
          seen[list] = load;
          present[presentCount++] = list;
        }
      }
    }
    if (sentenceMarks === null) ofSentence.fill(0);
    else this.closeSentence(begin, text.length);
    this.presentCount = presentCount;
    this.chained = false;
  }

  private closeSentence(begin: number, end: number): void {
    const { best, bestFrom, bestTo, ofSentence } = this;
    for (let sum = 0; sum < best.length; sum++) {
      if ((ofSentence[sum] as number) > (best[sum] as number)) {
        best[sum] = ofSentence[sum] as number;
        bestFrom[sum] = begin;
        bestTo[sum] = end;
      }
      ofSentence[sum] = 0;
    }
  }

  /** Chains every hit to its lists, once a condition asks where; hits become objects only for the lists that it asks for. */
  private chainHits(): void {
    const { chain, chainOf, hits, loads } = this;
    const { lists } = this.table;
    const { count, phrase } = this.buffer;
    let links = 0;
    for (let i = 0; i < count; i++) {
      const id = phrase[i] as number;
      for (let n = lists.from[id] as number, to = lists.from[id + 1] as number; n < to; n++) {
        const list = lists.ids[n] as number;
        if (links === this.linkHit.length) this.growLinks();
        this.linkHit[links] = i;
        if (chainOf[list] === loads) this.linkBack[links] = chain[list] as number;
        else {
          this.linkBack[links] = -1;
          chainOf[list] = loads;
          hits[list] = undefined;
        }
        chain[list] = links++;
      }
    }
    this.chained = true;
  }

  private growLinks(): void {
    const hit = new Int32Array(this.linkHit.length * 2);
    const back = new Int32Array(this.linkBack.length * 2);
    hit.set(this.linkHit);
    back.set(this.linkBack);
    this.linkHit = hit;
    this.linkBack = back;
  }

  /** How many different phrases of a list occur. */
  different(list: number): number {
    if (!this.chained) this.chainHits();
    if (this.chainOf[list] !== this.loads) return 0;
    const { phrase } = this.buffer;
    const found = new Set<number>();
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number)
      found.add(phrase[this.linkHit[link] as number] as number);
    return found.size;
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    if (this.table.isNoted[list] === 1 && !this.has(list)) return NO_HITS;
    if (!this.chained) this.chainHits();
    if (this.chainOf[list] !== this.loads) return NO_HITS;
    return this.hits[list] ?? this.unchain(list);
  }

  private unchain(list: number): readonly Hit[] {
    const { phrase, end } = this.buffer;
    const found: Hit[] = [];
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number) {
      const hit = this.linkHit[link] as number;
      const at = end[hit] as number;
      found.push({ start: at - (this.table.lengths[phrase[hit] as number] as number), end: at });
    }
    found.reverse();
    this.hits[list] = found;
    return found;
  }
}
