/**
 * One text field of one lead as the conditions see it: which phrase lists occur in it, where, and in which clause and
 * sentence. One Reading per field is made with the checker and reused for every lead: `load` is the hot path and only
 * scans; everything else is worked out when a condition asks, and forgotten at the next `load`.
 */
import { type Automaton, HitBuffer } from './automaton.js';

/** 短语命中. Offsets count UTF-16 units in the value as stored. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Phrases of all lists used, numbered; which lists a phrase belongs to; which situations it may concern. */
export interface Lexicon {
  readonly automaton: Automaton;
  readonly lengths: Int32Array;
  readonly lists: readonly (readonly number[])[];
  readonly listCount: number;
  /** Per list, kept at the rarest list of each: which other lists must occur for which situation to be worth a look. */
  readonly watches: readonly (readonly Watch[])[];
  readonly clauseEnds: ReadonlySet<number>;
  readonly sentenceEnds: ReadonlySet<number>;
}

/** 唤醒条件: the other lists that must occur, and the situation's bit in the mask. */
export interface Watch {
  readonly needs: readonly number[];
  readonly bit: number;
}

const NO_HITS: readonly Hit[] = [];

export class Reading {
  text = '';
  private readonly buffer = new HitBuffer();
  /** Load in which a list was last seen; the lists seen in this load. */
  private readonly seen: Uint32Array;
  private readonly present: Int32Array;
  private presentCount = 0;
  private loads = 0;
  private readonly hits: (Hit[] | undefined)[];
  private sorted = false;
  private clauses: Int32Array = new Int32Array(512);
  private sentences: Int32Array = new Int32Array(512);
  private cut = false;

  constructor(
    readonly field: number,
    private readonly lexicon: Lexicon,
  ) {
    this.hits = new Array<Hit[] | undefined>(lexicon.listCount);
    this.seen = new Uint32Array(lexicon.listCount);
    this.present = new Int32Array(lexicon.listCount);
  }

  /** Scans a text and tells which situations it may concern. */
  load(text: string): number {
    this.text = text;
    this.sorted = false;
    this.cut = false;
    this.buffer.count = 0;
    this.lexicon.automaton.scan(text, this.buffer);
    this.noteLists();
    return this.mask();
  }

  /** True where a phrase of every one of these lists occurs; counts nothing and asks no context. */
  hasAll(lists: readonly number[]): boolean {
    for (let i = 0; i < lists.length; i++) if (this.seen[lists[i] as number] !== this.loads) return false; // i < length
    return true;
  }

  private noteLists(): void {
    const { lists } = this.lexicon;
    const { count, phrase } = this.buffer;
    const load = ++this.loads;
    let present = 0;
    for (let i = 0; i < count; i++) {
      const of = lists[phrase[i] as number] as readonly number[]; // every phrase belongs to a list
      for (let n = 0; n < of.length; n++) {
        const list = of[n] as number; // n < length
        if (this.seen[list] === load) continue;
        this.seen[list] = load;
        this.present[present++] = list;
      }
    }
    this.presentCount = present;
  }

  private mask(): number {
    const { watches } = this.lexicon;
    let mask = 0;
    for (let i = 0; i < this.presentCount; i++) {
      const here = watches[this.present[i] as number] as readonly Watch[]; // a slot for every list
      for (let n = 0; n < here.length; n++) {
        const { needs, bit } = here[n] as Watch; // n < length
        if ((mask & bit) === 0 && this.hasAll(needs)) mask |= bit;
      }
    }
    return mask;
  }

  /** Where phrases of a list stand, in text order. */
  hitsOf(list: number): readonly Hit[] {
    if (!this.sorted) this.sortHits();
    return this.hits[list] ?? NO_HITS;
  }

  /** True where no clause (sentence) ends between two positions. */
  sameClause(a: number, b: number): boolean {
    this.cutText();
    return this.clauses[a] === this.clauses[b];
  }

  sameSentence(a: number, b: number): boolean {
    this.cutText();
    return this.sentences[a] === this.sentences[b];
  }

  private sortHits(): void {
    this.hits.fill(undefined);
    const { lexicon, buffer } = this;
    for (let i = 0; i < buffer.count; i++) {
      const phrase = buffer.phrase[i] as number; // i < count
      const end = buffer.end[i] as number;
      const hit: Hit = { start: end - (lexicon.lengths[phrase] as number), end };
      for (const list of lexicon.lists[phrase] ?? []) {
        const known = this.hits[list];
        if (known) known.push(hit);
        else this.hits[list] = [hit];
      }
    }
    this.sorted = true;
  }

  /** Numbers the clause and sentence of every character; an ending mark belongs to what it ends. */
  private cutText(): void {
    if (this.cut) return;
    const { text, lexicon } = this;
    if (this.clauses.length <= text.length) {
      this.clauses = new Int32Array(text.length * 2);
      this.sentences = new Int32Array(text.length * 2);
    }
    let clause = 0;
    let sentence = 0;
    for (let i = 0; i < text.length; i++) {
      this.clauses[i] = clause;
      this.sentences[i] = sentence;
      const code = text.charCodeAt(i);
      if (lexicon.sentenceEnds.has(code)) sentence++;
      if (lexicon.clauseEnds.has(code) || lexicon.sentenceEnds.has(code)) clause++;
    }
    this.cut = true;
  }
}
