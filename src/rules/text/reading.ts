/**
 * One text field of one lead as the conditions see it: which phrase lists occur in it, where, and in which clause and
 * sentence. One Reading per field is made with the checker and reused for every lead: `load` is the hot path and only
 * scans; everything else is worked out when a condition asks, and forgotten at the next `load`.
 */
import { type Hit, Occurrences, type PhraseTable } from './occurrences.js';
import { type CompiledScale, firstWeighing } from './scale.js';

export type { Hit } from './occurrences.js';

/** 唤醒条件: the other lists that must occur, and the condition's bit in the mask. */
export interface Watch {
  readonly needs: readonly number[];
  readonly bit: number;
}

/** All phrase lists, numbered. Lists that only take force away from a match (否定, 主体 …) are scanned late, if at all. */
export interface Lexicon {
  readonly early: PhraseTable;
  readonly late: PhraseTable;
  readonly isLate: Uint8Array;
  /** Per list, kept at the rarest list of each: which other lists must occur for which condition to be worth asking. */
  readonly watches: readonly (readonly Watch[])[];
  /** Per code unit: 0 no mark, 1 ends a clause, 2 ends a sentence. */
  readonly marks: Uint8Array;
}

export class Reading {
  text = '';
  private readonly early: Occurrences;
  private readonly late: Occurrences;
  private lateLoaded = false;
  private clauses: Int32Array = new Int32Array(512);
  private sentences: Int32Array = new Int32Array(512);
  private cut = false;
  private readonly weighed = new Map<CompiledScale, Hit | null>();

  constructor(
    readonly field: number,
    private readonly lexicon: Lexicon,
  ) {
    this.early = new Occurrences(lexicon.early);
    this.late = new Occurrences(lexicon.late);
  }

  /** Scans a text and tells which conditions it may concern. */
  load(text: string): number {
    this.text = text;
    this.cut = false;
    this.lateLoaded = false;
    if (this.weighed.size > 0) this.weighed.clear();
    this.early.load(text);
    return this.mask();
  }

  /** True where a phrase of every one of these lists occurs; counts nothing and asks no context. */
  hasAll(lists: readonly number[]): boolean {
    return this.early.hasAll(lists);
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    return this.occurrencesOf(list).hitsOf(list);
  }

  /** How many different phrases of a list occur, counted up to `most`. */
  different(list: number, most: number): number {
    return this.occurrencesOf(list).different(list, most);
  }

  /** The scan that holds a list; the late one is made when it is first asked for. */
  private occurrencesOf(list: number): Occurrences {
    if (this.lexicon.isLate[list] !== 1) return this.early;
    if (!this.lateLoaded) this.late.load(this.text);
    this.lateLoaded = true;
    return this.late;
  }

  /** The first phrase for a scale that this text reaches (scale.ts), worked out once a text. */
  weighing(scale: CompiledScale): Hit | null {
    let found = this.weighed.get(scale);
    if (found === undefined) {
      found = firstWeighing(this, scale);
      this.weighed.set(scale, found);
    }
    return found;
  }

  private mask(): number {
    const { early } = this;
    const { watches } = this.lexicon;
    let mask = 0;
    for (let i = 0; i < early.presentCount; i++) {
      const here = watches[early.present[i] as number] as readonly Watch[]; // a slot for every list
      for (let n = 0; n < here.length; n++) {
        const { needs, bit } = here[n] as Watch; // n < length
        if ((mask & bit) === 0 && early.hasAll(needs)) mask |= bit;
      }
    }
    return mask;
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
      const mark = lexicon.marks[text.charCodeAt(i)] as number; // one for every code unit
      if (mark !== 0) clause++;
      if (mark === 2) sentence++;
    }
    this.cut = true;
  }
}
