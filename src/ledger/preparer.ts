/**
 * 预备 (preparing): valid records and their assessments -> rows ready for the ledger (prepared.ts), made by the thread that reads, while
 * the ledger writes. Nothing is decided here: which of them are new only the ledger knows.
 */
import type { Assessment } from '../domain/assessment.js';
import { type FieldDeclaration, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import { StateColumns, stateOf } from './assessed-state.js';
import { type ContentHasher, contentHasher, type Digest } from './hashing.js';
import { DIGEST_WORDS, type Layout, layoutOf, type PreparedBatch, STATE, STATE_COUNT } from './prepared.js';

/** So many assessments of which nothing is to say are remembered: the checker has one for each day of law. */
const QUIET = 4096;

/** So many values are kept by number; then the numbering begins anew. */
const NUMBERED = 50_000;

/** Numbers for values that recur; 0 is the blank. */
class Numbers {
  private readonly texts = new Map<string | number, number>();
  private readonly lists = new Map<string, number>();
  private learnt: Value[] = [];
  size = 1;

  of(value: string | number): number {
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    this.texts.set(value, this.size);
    return this.learn(value);
  }

  /** A list as its column holds it. */
  ofList(json: string): number {
    const known = this.lists.get(json);
    if (known !== undefined) return known;
    this.lists.set(json, this.size);
    return this.learn(JSON.parse(json) as readonly string[]);
  }

  private learn(value: Value): number {
    this.learnt.push(value);
    return this.size++;
  }

  /** What was learnt since this was last asked. */
  taken(): readonly Value[] {
    const { learnt } = this;
    this.learnt = [];
    return learnt;
  }
}

/** Fields whose values recur: closed lists, days, regions, and whatever is counted by. Numbers and lists are no text to cut from. */
const recurs = (kind: KindDeclaration, { id, type }: FieldDeclaration): boolean =>
  (type !== 'text' && type !== 'identity') || kind.counted.some(({ by }) => by.includes(id));

export class Preparer {
  private readonly layout: Layout;
  private readonly recurring: readonly boolean[];
  private readonly hash: ContentHasher;
  private readonly states = new StateColumns();
  private known = new Numbers();
  /** The numbers and digest of assessments that many leads share. */
  private readonly quiet = new Map<Assessment, Int32Array>();
  /** Filled anew for every batch and sent as a copy of its exact length. */
  private numbers = new Int32Array(1 << 13);
  private bytes = new Uint8Array(this.numbers.buffer);
  private ends: number[] = [];
  private text = '';

  /** `ruleSha`: hash of the rule file by which leads are assessed. `most`: values that are kept by number. */
  constructor(
    kind: KindDeclaration,
    private readonly complete: (values: readonly Value[]) => readonly Value[],
    private readonly ruleSha: string | null,
    private readonly most = NUMBERED,
  ) {
    this.layout = layoutOf(kind);
    this.recurring = fieldsOf(kind).map((field) => recurs(kind, field));
    this.hash = contentHasher(kind);
  }

  /** `completed`: the values of each record after filling in, where somebody has them already. */
  prepare(
    records: readonly ValidRecord[],
    assessments: readonly Assessment[] | null,
    completed: readonly (readonly Value[])[] = records.map((record) => this.complete(record.values)),
  ): PreparedBatch {
    const anew = this.known.size > this.most;
    if (anew) {
      this.known = new Numbers();
      this.quiet.clear();
    }
    const { stride } = this.layout;
    this.room(records.length * stride);
    this.ends = [0];
    this.text = '';
    const incomplete: [number, NonNullable<ValidRecord['incomplete']>][] = [];
    for (let i = 0; i < records.length; i++) {
      const record = records[i];
      if (record === undefined) continue;
      if (record.incomplete) incomplete.push([i, record.incomplete]);
      this.put(i * stride, record, completed[i] ?? record.values, assessments?.[i] ?? null);
    }
    const used = records.length * stride;
    this.room(used + this.ends.length);
    this.numbers.set(this.ends, used);
    return {
      count: records.length,
      numbers: this.numbers.slice(0, used + this.ends.length),
      text: this.text,
      learnt: this.known.taken(),
      anew,
      incomplete,
    };
  }

  private room(length: number): void {
    if (length <= this.numbers.length) return;
    const larger = new Int32Array(length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
    this.bytes = new Uint8Array(larger.buffer);
  }

  private put(at: number, given: ValidRecord, values: readonly Value[], assessment: Assessment | null): void {
    const { layout, numbers } = this;
    for (let field = 0; field < layout.fields; field++)
      numbers[at + field] = this.numberOf(values[field] ?? null, field);
    let blanks = 0;
    if (values !== given.values)
      layout.completed.forEach((field, k) => {
        if (given.values[field] === null) blanks |= 1 << k;
      });
    numbers[at + layout.blanks] = blanks;
    numbers[at + layout.place] = given.line;
    numbers[at + layout.place + 1] = given.record;
    numbers[at + layout.place + 2] = given.row;
    this.digest(at + layout.content, this.hash(values));
    this.digest(at + layout.given, blanks === 0 ? null : this.hash(given.values));
    this.state(at, assessment);
  }

  private numberOf(value: Value, field: number): number {
    if (value === null) return 0;
    if (typeof value === 'object') return this.known.ofList(JSON.stringify(value));
    return typeof value === 'number' || this.recurring[field] === true ? this.known.of(value) : this.piece(value);
  }

  private piece(text: string): number {
    this.text += text;
    return -this.ends.push((this.ends[this.ends.length - 1] ?? 0) + text.length) + 1;
  }

  private state(at: number, assessment: Assessment | null): void {
    const { layout, numbers, known, quiet } = this;
    const first = at + layout.state;
    const digestAt = at + layout.stateDigest;
    if (assessment === null) {
      numbers.fill(0, first, at + layout.blanks);
      this.digest(digestAt, null);
      return;
    }
    const shared = quiet.get(assessment);
    if (shared !== undefined) {
      for (let i = 0; i < STATE_COUNT; i++) numbers[first + i] = shared[i] ?? 0;
      for (let i = 0; i < DIGEST_WORDS; i++) numbers[digestAt + i] = shared[STATE_COUNT + i] ?? 0;
      return;
    }
    const state = stateOf(assessment, null, null);
    const { columns, digest } = this.states.bind(state, this.ruleSha, null);
    const [, , met, hinted, undetermined, reasons] = columns;
    const listNumber = (json: unknown): number => (typeof json === 'string' ? known.ofList(json) : 0);
    numbers[first + STATE.decision] = known.of(state.decision);
    numbers[first + STATE.met] = listNumber(met);
    numbers[first + STATE.hinted] = listNumber(hinted);
    numbers[first + STATE.undetermined] = listNumber(undetermined);
    numbers[first + STATE.reasons] = typeof reasons === 'string' ? this.piece(reasons) : 0;
    numbers[first + STATE.lawOf] = assessment.lawOf === null ? 0 : known.of(assessment.lawOf);
    numbers[first + STATE.lawOfAssumed] = known.of(assessment.lawOfAssumed ? 1 : 0);
    this.digest(digestAt, digest);
    if (reasons !== null || quiet.size >= QUIET) return;
    const kept = new Int32Array(STATE_COUNT + DIGEST_WORDS);
    kept.set(numbers.subarray(first, first + STATE_COUNT));
    kept.set(numbers.subarray(digestAt, digestAt + DIGEST_WORDS), STATE_COUNT);
    quiet.set(assessment, kept);
  }

  /** Writes a digest's bytes; zeros for none. */
  private digest(position: number, digest: Digest | null): void {
    if (digest === null) {
      this.numbers.fill(0, position, position + DIGEST_WORDS);
      return;
    }
    const { bytes } = this;
    const from = position * 4;
    for (let i = 0; i < 32; i++) bytes[from + i] = digest.charCodeAt(i);
  }
}
