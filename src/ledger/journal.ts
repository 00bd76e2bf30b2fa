/**
 * 登记日志 (journal): a row for every recorded fact, each with the digest of the one before, so that an edit, an insertion or a
 * removal shows. Operator and time stand in the run and are hashed into every row of it; the row before is the one numbered
 * one less. What the chain cannot prove by itself: that nobody rewrote it and every record from some point on. Against that
 * stands the head, printed on every report and verification and kept elsewhere.
 *
 * A row's digest is SHA-256 over 128 bytes (digest of the row before, of the content, of the row as given, of the state; 32 zeros
 * for one that is absent) and the JSON of the rest; see link.ts.
 */

import type { Sqlite } from './database.js';
import { type Digest, digestIn, hexOf } from './hashing.js';
import { actionBytes, type JournalPlace, kindBytes, Link, runBytes } from './link.js';
import { DIGEST_WORDS, type PreparedRows } from './prepared.js';

/** Before the first row, and for what a row has not. */
export const NO_DIGEST: Digest = '\0'.repeat(32);

/** What an empty ledger shows as its head. */
export const GENESIS = hexOf(NO_DIGEST);

export const NO_PLACE: JournalPlace = { file: 0, line: 0, record: 0, row: 0 };

/** Who writes, and when the ledger learns it. */
export interface JournalRun {
  readonly id: number;
  readonly operator: string;
  readonly time: string;
}

/** The run as it stands in the hashed JSON of each of its rows. */
export const runText = (run: JournalRun): string =>
  `${run.id},${JSON.stringify(run.operator)},${JSON.stringify(run.time)}`;

interface Head {
  readonly length: number;
  readonly head: Uint8Array;
}

const NO_RUN = Buffer.alloc(0);

/** Appends to the chain of one office within the transaction that is open; the head is read at its start. */
export class Journal {
  /** Who writes now; set by begin. */
  run: JournalRun = { id: 0, operator: '', time: '' };
  private readonly link = new Link();
  private seq = 0;
  private started = 0;
  private ofRun: Buffer = NO_RUN;
  private insert;

  constructor(
    private readonly db: Sqlite,
    private readonly office: number,
  ) {
    this.insert = this.insertFor(0);
  }

  /** What is the same for all rows of a run is not bound for each of them. */
  private insertFor(run: number) {
    return this.db.prepare(
      `INSERT INTO journal (office, run, seq, file, line, record, row, kind, key, revision, action, content_hash, given_hash, assessment_hash, hash)
       VALUES (${this.office}, ${run}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Reads the head; what follows belongs to this run. */
  begin(run: JournalRun): void {
    const row = this.db.prepare('SELECT length, head FROM chain WHERE office = ?').get(this.office) as Head | undefined;
    this.link.begin(row ? digestIn(row.head) : NO_DIGEST);
    this.seq = row?.length ?? 0;
    this.started = this.seq;
    if (run.id !== this.run.id) this.insert = this.insertFor(run.id);
    this.run = run;
    this.ofRun = runBytes(runText(run));
  }

  /** Number of the next row. */
  get next(): number {
    return this.seq + 1;
  }

  /**
   * `content`: what the record says. `given`: what the row of the file said, where that differs. `state`: what the ledger
   * says of the record. Eight arguments instead of an object, since this runs for every notice.
   */
  append(
    kind: string,
    key: string,
    revision: number,
    action: string,
    content: Digest,
    given: Digest | null,
    state: Digest | null,
    place: JournalPlace,
  ): void {
    const { link } = this;
    const seq = ++this.seq;
    link.digests(content, given, state);
    link.row(seq, this.ofRun, place, kindBytes(kind), key, actionBytes(revision, action));
    link.seal();
    this.insert.run(
      seq,
      place.file,
      place.line,
      place.record,
      place.row,
      kind,
      key,
      revision,
      action,
      link.content,
      given === null ? null : link.given,
      state === null ? null : link.state,
      link.head,
    );
  }

  /**
   * Appends the first rows of new records of one file: what all of them share is in the statement and in bytes made once. This runs
   * for every record of an import; the rows are those of `append` with revision 1 and action `add`.
   */
  additions(kind: string, file: number): (key: string, rows: PreparedRows, i: number) => void {
    const { link } = this;
    const insert = this.db.prepare(
      `INSERT INTO journal (office, run, file, kind, revision, action, seq, line, record, row, key, content_hash, given_hash, assessment_hash, hash)
       VALUES (${this.office}, ${this.run.id}, ${file}, '${kind}', 1, 'add', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const ofKind = kindBytes(kind);
    const asAdded = actionBytes(1, 'add');
    return (key, { numbers, layout }, i) => {
      const { stride, place, content, given } = layout;
      const at = i * stride;
      const seq = ++this.seq;
      const line = numbers[at + place] ?? 0;
      const record = numbers[at + place + 1] ?? 0;
      const row = numbers[at + place + 2] ?? 0;
      link.digestWords(numbers, at + content);
      link.row(seq, this.ofRun, { file, line, record, row }, ofKind, key, asAdded);
      link.seal();
      let isGiven = false;
      for (let word = 0; word < DIGEST_WORDS; word++) if (numbers[at + given + word] !== 0) isGiven = true;
      insert.run(seq, line, record, row, key, link.content, isGiven ? link.given : null, link.state, link.head);
    };
  }

  /** Writes the head beside the chain, so that a cut tail shows. */
  end(): void {
    if (this.seq === this.started) return;
    this.db
      .prepare(
        `INSERT INTO chain (office, length, head, time) VALUES (?, ?, ?, ?)
         ON CONFLICT (office) DO UPDATE SET length = excluded.length, head = excluded.head, time = excluded.time`,
      )
      .run(this.office, this.seq, this.link.head, this.run.time);
    this.started = this.seq;
  }
}
