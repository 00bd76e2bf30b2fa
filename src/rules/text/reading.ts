/**
 * One text field of one lead as the conditions see it: which phrase lists occur in it, where, and in which clause and
 * sentence. One Reading per field is made with the checker and reused for every lead: `load` is the hot path and only
 * scans; everything else is worked out when a condition asks, and forgotten at the next `load`.
 */
import type { Value } from '../../domain/kind.js';
import type { Hit } from './hits.js';
import { Occurrences } from './occurrences.js';
import type { PhraseTable } from './phrase-table.js';
import { type CompiledScale, firstWeighing, type ScoreBoard } from './scale.js';

export type { Hit } from './hits.js';

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
  readonly scoreBoard: ScoreBoard;
  /** How many text fields of a lead are read. */
  readonly texts: number;
  /** Per code unit: 0 no mark, 1 ends a clause, 2 ends a sentence. */
  readonly marks: Uint8Array;
}

/** True where each of these lists occurs in one of the texts. */
export const occurAnywhere = (lists: readonly number[], readings: readonly Reading[]): boolean => {
  for (let i = 0; i < lists.length; i++) {
    let found = false;
    for (let n = 0; n < readings.length && !found; n++) found = (readings[n] as Reading).has(lists[i] as number);
    if (!found) return false;
  }
  return true;
};

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

  /** Scans a text. */
  load(text: string): void {
    this.text = text;
    this.cut = false;
    this.lateLoaded = false;
    if (this.weighed.size > 0) this.weighed.clear();
    this.early.load(text);
    this.noteSums();
  }

  has(list: number): boolean {
    return this.early.has(list);
  }

  /** True where a phrase of every one of these lists occurs; counts nothing and asks no context. */
  hasAll(lists: readonly number[]): boolean {
    return this.early.hasAll(lists);
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    return this.occurrencesOf(list).hitsOf(list);
  }

  /** Ranks by phrase from those by list, for {@link ranked}; the same for every text. */
  ranksByPhrase(rankOf: Uint16Array): Uint16Array {
    return this.early.ranksByPhrase(rankOf);
  }

  /** Shows the hits of phrases with a rank, the lowest first, until it is told that that is enough (occurrences.ts). */
  ranked(ranks: Uint16Array, show: (hit: Hit) => boolean): void {
    this.early.ranked(ranks, show);
  }

  /** How many phrase lists there are. */
  get listCount(): number {
    return this.lexicon.isLate.length;
  }

  /** How many different phrases of a list occur. */
  different(list: number): number {
    return this.occurrencesOf(list).different(list);
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

  /** A sum of the score board in this text. */
  sum(number: number): number {
    return this.early.sums[number] as number; // one for every scale
  }

  /** The highest of a sum's sentences in this text. */
  bestSentence(number: number): number {
    return this.early.best[number] as number; // one for every scale
  }

  /** Whether a position stands in that sentence. */
  inBestSentence(number: number, position: number): boolean {
    return this.early.inBest(number, position);
  }

  /** The number of the sentence in which a position stands. */
  sentenceOf(position: number): number {
    this.cutText();
    return this.sentences[position] as number; // within the text
  }

  /** Sums that are reached count as lists that occur. */
  private noteSums(): void {
    const { early } = this;
    const { scoreBoard, texts } = this.lexicon;
    const { gates } = scoreBoard;
    for (let i = 0; i < gates.length; i++) {
      const { number, within, from, list } = gates[i] as (typeof gates)[number]; // i < length
      // Texts are added up: one of them must bring its share.
      if (within === 'text' ? (early.sums[number] as number) * texts >= from : (early.best[number] as number) >= from)
        early.note(list);
    }
  }

  /** Which conditions this text may concern, where `others` are the texts of the same lead. */
  wakes(others: readonly Reading[]): number {
    const { early } = this;
    const { watches } = this.lexicon;
    let mask = 0;
    for (let i = 0; i < early.presentCount; i++) {
      const here = watches[early.present[i] as number] as readonly Watch[]; // a slot for every list
      for (let n = 0; n < here.length; n++) {
        const { needs, bit } = here[n] as Watch; // n < length
        if ((mask & bit) === 0 && occurAnywhere(needs, others)) mask |= bit;
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

/** Loads the texts of a lead, `values` in the field order of its kind; true where one is blank. */
export const loadTexts = (readings: readonly Reading[], values: readonly Value[]): boolean => {
  let blank = false;
  for (const reading of readings) {
    const text = values[reading.field];
    reading.load(typeof text === 'string' ? text : '');
    if (typeof text !== 'string') blank = true;
  }
  return blank;
};
