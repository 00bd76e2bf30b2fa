/**
 * 预备好的行 (prepared rows): a batch of records as the reading thread hands it to the ledger, all that can be known ahead worked out:
 * what each column will hold, the digests, the places. One array of numbers, one text and the few values that are new: the
 * engine writes and reads those ten times faster than objects and short strings, and the ledger counts by the numbers.
 *
 * A value that recurs (a choice, a day, an agency) is sent once and from then on by its number; 0 is the blank. What rarely
 * recurs is cut from the batch's text and has the number -1 for the first piece, -2 for the second.
 */
import type { Assessment, Decision, Found } from '../domain/assessment.js';
import { fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import { COMPLETED } from '../kinds/completed.js';
import { readState } from './assessed-state.js';
import type { SqlValue } from './columns.js';
import type { Digest } from './hashing.js';

/** 32-bit words of a digest. */
export const DIGEST_WORDS = 8;

/** What a lead's row says of its assessment; positions behind {@link Layout.state}. */
export const STATE = {
  decision: 0,
  met: 1,
  hinted: 2,
  undetermined: 3,
  reasons: 4,
  lawOf: 5,
  lawOfAssumed: 6,
} as const;
export const STATE_COUNT = 7;

/** Where the numbers of one record stand, all records having as many (`stride`). */
export interface Layout {
  readonly fields: number;
  /** Fields that are filled in where they are blank; their numbers are those after filling in. */
  readonly completed: readonly number[];
  readonly state: number;
  /** A bit for each of `completed` that was blank as given. */
  readonly blanks: number;
  /** 行号、记录号、表格行号. */
  readonly place: number;
  /** Digests of the content, of the values as given where they differ (else zeros), and of the state. */
  readonly content: number;
  readonly given: number;
  readonly stateDigest: number;
  readonly stride: number;
}

export const layoutOf = (kind: KindDeclaration): Layout => {
  const fields = fieldsOf(kind).length;
  const blanks = fields + STATE_COUNT;
  const place = blanks + 1;
  const content = place + 3;
  return {
    fields,
    completed: kind.assessed ? COMPLETED.map((id) => fieldIndex(kind, id)) : [],
    state: fields,
    blanks,
    place,
    content,
    given: content + DIGEST_WORDS,
    stateDigest: content + 2 * DIGEST_WORDS,
    stride: content + 3 * DIGEST_WORDS,
  };
};

/** Plain data: it crosses between threads. */
export interface PreparedBatch {
  readonly count: number;
  /** The records, then the end of each piece in the text. */
  readonly numbers: Int32Array;
  readonly text: string;
  /** Values that get the next numbers. */
  readonly learnt: readonly Value[];
  /** True where the numbering begins anew: it must not outgrow the memory. */
  readonly anew: boolean;
  /** Records that leave required fields blank, by position. */
  readonly incomplete: readonly (readonly [number, NonNullable<ValidRecord['incomplete']>])[];
}

/** The values by their numbers, as values and as columns hold them. */
export class Numbering {
  readonly values: Value[] = [null];
  readonly columns: SqlValue[] = [null];

  learn(values: readonly Value[]): void {
    for (const value of values) {
      this.values.push(value);
      this.columns.push(value !== null && typeof value === 'object' ? JSON.stringify(value) : value);
    }
  }
}

/** Takes batches in their order; what one of them taught holds for those that follow. */
export class Arrivals {
  private readonly layout: Layout;
  private numbering = new Numbering();

  constructor(kind: KindDeclaration) {
    this.layout = layoutOf(kind);
  }

  take(batch: PreparedBatch): PreparedRows {
    // A new object: rows that were taken before keep theirs.
    if (batch.anew) this.numbering = new Numbering();
    this.numbering.learn(batch.learnt);
    return new PreparedRows(batch, this.layout, this.numbering);
  }
}

export class PreparedRows {
  readonly count: number;
  readonly numbers: Int32Array;
  private readonly text: string;
  /** In `numbers`, the end of the piece before the first. */
  private readonly ends: number;
  private readonly incomplete: ReadonlyMap<number, NonNullable<ValidRecord['incomplete']>>;

  constructor(
    batch: PreparedBatch,
    readonly layout: Layout,
    readonly numbering: Numbering,
  ) {
    this.count = batch.count;
    this.numbers = batch.numbers;
    this.text = batch.text;
    this.ends = batch.count * layout.stride;
    this.incomplete = new Map(batch.incomplete);
  }

  /** What the column holds whose number stands at this position. */
  column(position: number): SqlValue {
    const number = this.numbers[position] ?? 0;
    return number >= 0 ? (this.numbering.columns[number] ?? null) : this.piece(number);
  }

  private piece(number: number): string {
    const { numbers, ends } = this;
    return this.text.slice(numbers[ends - number - 1] ?? 0, numbers[ends - number] ?? 0);
  }

  value(position: number): Value {
    const number = this.numbers[position] ?? 0;
    return number >= 0 ? (this.numbering.values[number] ?? null) : this.piece(number);
  }

  isIncomplete(i: number): boolean {
    return this.incomplete.size > 0 && this.incomplete.has(i);
  }

  /** The values of a record after filling in. */
  completedValues(i: number): Value[] {
    const { fields, stride } = this.layout;
    const values = new Array<Value>(fields).fill(null);
    for (let field = 0; field < fields; field++) values[field] = this.value(i * stride + field);
    return values;
  }

  /** The record as it was given. */
  record(i: number): ValidRecord {
    const { completed, stride, blanks, place } = this.layout;
    const { numbers } = this;
    const at = i * stride;
    const values = this.completedValues(i);
    completed.forEach((field, k) => {
      if (((numbers[at + blanks] ?? 0) >> k) & 1) values[field] = null;
    });
    const record = {
      values,
      line: numbers[at + place] ?? 0,
      record: numbers[at + place + 1] ?? 0,
      row: numbers[at + place + 2] ?? 0,
    };
    const incomplete = this.incomplete.get(i);
    return incomplete === undefined ? record : { ...record, incomplete };
  }

  records(): readonly ValidRecord[] {
    return Array.from({ length: this.count }, (_, i) => this.record(i));
  }

  /** Null for kinds that are not assessed. */
  assessment(i: number): Assessment | null {
    const at = i * this.layout.stride + this.layout.state;
    const of = (part: number): SqlValue => this.column(at + part);
    const decision = of(STATE.decision);
    const met = of(STATE.met);
    const told = [decision, decision, met, of(STATE.hinted), of(STATE.undetermined), of(STATE.reasons)];
    return readState([...told, of(STATE.lawOf), of(STATE.lawOfAssumed), null, null], 0)?.assessment ?? null;
  }

  decision(i: number): Decision | null {
    // The checker's own word, sent by number.
    return this.column(i * this.layout.stride + this.layout.state + STATE.decision) as Decision | null;
  }

  found(i: number): Found {
    const at = i * this.layout.stride + this.layout.state;
    // Lists by number, or the blank.
    const list = (part: number): readonly string[] => (this.value(at + part) ?? []) as readonly string[];
    return { met: list(STATE.met), hinted: list(STATE.hinted), undetermined: list(STATE.undetermined) };
  }

  /** Digest of the values as given. */
  givenDigest(i: number): Digest {
    const { stride, given, content } = this.layout;
    const at = i * stride;
    return this.digest(at + given) ?? this.digest(at + content) ?? '';
  }

  /** Null where there is none. */
  private digest(position: number): Digest | null {
    const words = this.numbers.subarray(position, position + DIGEST_WORDS);
    if (words.every((word) => word === 0)) return null;
    return Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('latin1');
  }
}
