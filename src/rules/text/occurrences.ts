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

/** Phrases of some lists, compiled. */
export interface PhraseTable {
  readonly automaton: Automaton;
  readonly lengths: Int32Array;
  /** Lists of phrase p: `listIds` from `listFrom[p]` up to `listFrom[p + 1]`. */
  readonly listFrom: Int32Array;
  readonly listIds: Int32Array;
  readonly listCount: number;
}

const NO_HITS: readonly Hit[] = [];

export class Occurrences {
  private readonly buffer = new HitBuffer();
  /** Load in which a list was last seen; the lists seen in this load. */
  private readonly seen: Uint32Array;
  readonly present: Int32Array;
  presentCount = 0;
  private loads = 0;
  private chained = false;
  /** Hits of a list as a chain, last first: `chain[list]` is the newest link, `linkHit` its hit, `linkBack` the link before. */
  private readonly chain: Int32Array;
  private linkHit = new Int32Array(1024);
  private linkBack = new Int32Array(1024);
  private readonly hits: (Hit[] | undefined)[];
  /** Load in which a phrase was last seen: a sheet says the same thing many times. */
  private readonly phraseSeen: Uint32Array;
  /** How many different phrases of a list occur. */
  private readonly differing: Int32Array;

  constructor(private readonly table: PhraseTable) {
    this.hits = new Array<Hit[] | undefined>(table.listCount);
    this.seen = new Uint32Array(table.listCount);
    this.present = new Int32Array(table.listCount);
    this.chain = new Int32Array(table.listCount);
    this.phraseSeen = new Uint32Array(table.lengths.length);
    this.differing = new Int32Array(table.listCount);
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

  /** Which lists occur, and with how many phrases: all that a clean lead is asked. */
  private noteLists(): void {
    const { seen, present, phraseSeen, differing } = this;
    const { listFrom, listIds } = this.table;
    const { count, phrase } = this.buffer;
    const load = ++this.loads;
    let presentCount = 0;
    // Typed arrays of fixed length: every index below is within them.
    for (let i = 0; i < count; i++) {
      const id = phrase[i] as number;
      if (phraseSeen[id] === load) continue;
      phraseSeen[id] = load;
      const to = listFrom[id + 1] as number;
      for (let n = listFrom[id] as number; n < to; n++) {
        const list = listIds[n] as number;
        if (seen[list] === load) differing[list] = (differing[list] as number) + 1;
        else {
          seen[list] = load;
          differing[list] = 1;
          present[presentCount++] = list;
        }
      }
    }
    this.presentCount = presentCount;
    this.chained = false;
  }

  /** Chains every hit to its lists, once a condition asks where; hits become objects only for the lists that it asks for. */
  private chainHits(): void {
    const { chain, hits, present, presentCount } = this;
    const { listFrom, listIds } = this.table;
    const { count, phrase } = this.buffer;
    for (let i = 0; i < presentCount; i++) {
      chain[present[i] as number] = -1;
      hits[present[i] as number] = undefined;
    }
    let links = 0;
    for (let i = 0; i < count; i++) {
      const to = listFrom[(phrase[i] as number) + 1] as number;
      for (let n = listFrom[phrase[i] as number] as number; n < to; n++) {
        const list = listIds[n] as number;
        if (links === this.linkHit.length) this.growLinks();
        this.linkHit[links] = i;
        this.linkBack[links] = chain[list] as number;
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

  /** How many different phrases of a list occur, counted up to `most`. */
  different(list: number, most: number): number {
    return this.seen[list] === this.loads ? Math.min(this.differing[list] as number, most) : 0;
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    if (this.seen[list] !== this.loads) return NO_HITS;
    if (!this.chained) this.chainHits();
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
