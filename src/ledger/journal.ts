/**
 * 登记日志 (journal): a row for every recorded fact, each with the hash of the one before, so that an edit, an insertion or a
 * removal shows. Operator and time stand in the run and are hashed into every row of it; the row before is the one numbered
 * one less. What the chain cannot prove by itself: that nobody rewrote it and every record from some point on. Against that
 * stands the head, printed on every report and verification and kept elsewhere.
 */

import type { Sqlite } from './database.js';
import { bytes, hex, sha256 } from './hashing.js';

export const GENESIS = '0'.repeat(64);

/** Where in the source a record stood; zeros where the fact came from no file. */
export interface JournalPlace {
  readonly file: number;
  readonly line: number;
  readonly record: number;
  readonly row: number;
}

export const NO_PLACE: JournalPlace = { file: 0, line: 0, record: 0, row: 0 };

/** Who writes, and when the ledger learns it. */
export interface JournalRun {
  readonly id: number;
  readonly operator: string;
  readonly time: string;
}

export interface JournalFact extends JournalPlace {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly action: string;
  /** Hex. What the record says; what the row from the file said, where that differs; what the ledger says of it. */
  readonly content: string;
  readonly given: string | null;
  readonly state: string | null;
}

/** What is the same for all rows of a run, as it stands in the hashed text. */
export const runText = (run: JournalRun): string => JSON.stringify([run.id, run.operator, run.time]);

const quoted = (hash: string | null): string => (hash === null ? 'null' : `"${hash}"`);

/** The JSON whose SHA-256 is a journal row's hash, put together by hand because it is made for every record. */
export const journalText = (previous: string, seq: number, run: string, fact: JournalFact): string =>
  `["${previous}",${seq},${run},${fact.file},${fact.line},${fact.record},${fact.row},"${fact.kind}",${JSON.stringify(fact.key)},${fact.revision},"${fact.action}","${fact.content}",${quoted(fact.given)},${quoted(fact.state)}]`;

interface Head {
  readonly length: number;
  readonly head: Uint8Array;
}

/** Appends to the chain of one office within the transaction that is open; the head is read at its start. */
export class Journal {
  private previous = GENESIS;
  private seq = 0;
  private started = 0;
  /** Who writes now; set by begin. */
  run: JournalRun = { id: 0, operator: '', time: '' };
  private ofRun = '';
  private readonly insert;

  constructor(
    private readonly db: Sqlite,
    private readonly office: number,
  ) {
    this.insert = db.prepare(
      `INSERT INTO journal (office, seq, run, file, line, record, row, kind, key, revision, action, content_hash, given_hash, assessment_hash, hash)
       VALUES (${office}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Reads the head; what follows belongs to this run. */
  begin(run: JournalRun): void {
    const row = this.db.prepare('SELECT length, head FROM chain WHERE office = ?').get(this.office) as Head | undefined;
    this.previous = row ? hex(row.head) : GENESIS;
    this.seq = row?.length ?? 0;
    this.started = this.seq;
    this.run = run;
    this.ofRun = runText(run);
  }

  /** Number of the next row. */
  get next(): number {
    return this.seq + 1;
  }

  append(fact: JournalFact): void {
    const seq = ++this.seq;
    const hash = sha256(journalText(this.previous, seq, this.ofRun, fact));
    this.insert.run(
      seq,
      this.run.id,
      fact.file,
      fact.line,
      fact.record,
      fact.row,
      fact.kind,
      fact.key,
      fact.revision,
      fact.action,
      bytes(fact.content),
      fact.given === null ? null : bytes(fact.given),
      fact.state === null ? null : bytes(fact.state),
      bytes(hash),
    );
    this.previous = hash;
  }

  /** Writes the head beside the chain, so that a cut tail shows. */
  end(): void {
    if (this.seq === this.started) return;
    this.db
      .prepare(
        `INSERT INTO chain (office, length, head, time) VALUES (?, ?, ?, ?)
         ON CONFLICT (office) DO UPDATE SET length = excluded.length, head = excluded.head, time = excluded.time`,
      )
      .run(this.office, this.seq, bytes(this.previous), this.run.time);
    this.started = this.seq;
  }
}
