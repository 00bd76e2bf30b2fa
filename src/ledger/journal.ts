/**
 * 登记日志 (journal): a row for every recorded fact, each with the hash of the one before, so that an edit, an insertion or a
 * removal shows. What it cannot prove by itself: somebody who rewrites the whole chain and every record from some point on.
 * Against that stands the head, printed on every report and verification and kept elsewhere.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { bytes, hex, sha256 } from './hashing.js';
import type { Sqlite } from './open.js';

export const GENESIS = '0'.repeat(64);

/** One journal row as it is hashed. */
export interface JournalFact {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly action: string;
  /** Hex. */
  readonly contentHash: string;
  readonly assessmentHash: string | null;
}

/** The text whose SHA-256 is a journal row's hash. */
export const journalText = (
  previous: string,
  seq: number,
  run: number,
  fact: JournalFact,
  operator: string,
  time: string,
): string =>
  JSON.stringify([previous, seq, run, fact.kind, fact.key, fact.revision, fact.action, operator, time, fact.contentHash, fact.assessmentHash]);

interface Head {
  readonly head: Uint8Array;
  readonly length: number;
  readonly time: string;
}

/** Appends to the chain of one office within the transaction that is open; the head is read at its start. */
export class Journal {
  private previous = GENESIS;
  private previousBytes: Buffer = bytes(GENESIS);
  private length = 0;
  private seq = 0;
  private readonly insert;

  constructor(
    private readonly db: Sqlite,
    private readonly office: number,
    private readonly operator: string,
    private readonly now: string,
  ) {
    this.insert = db.prepare(
      `INSERT INTO journal (seq, office, run, kind, key, revision, action, operator, time, content_hash, assessment_hash, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Reads the head; refuses a clock that runs behind it. */
  begin(): void {
    const row = this.db.prepare('SELECT head, length, time FROM chain WHERE office = ?').get(this.office) as Head | undefined;
    this.previous = row ? hex(row.head) : GENESIS;
    this.previousBytes = bytes(this.previous);
    this.length = row?.length ?? 0;
    this.seq = Number(this.db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());
    if (row && this.now < row.time)
      throw new Failure(
        EXIT.usage,
        'clock-behind',
        `现在的时间 ${this.now} 早于台账最后一次登记的时间 ${row.time}`,
        '校准电脑时钟；用了 --now 的，写一个更晚的时间',
      );
  }

  /** Number of the next row. */
  get next(): number {
    return this.seq + 1;
  }

  get last(): number {
    return this.seq;
  }

  append(run: number, fact: JournalFact, content: Buffer, assessment: Buffer | null): number {
    const seq = ++this.seq;
    const made = sha256(journalText(this.previous, seq, run, fact, this.operator, this.now));
    const blob = bytes(made);
    this.insert.run(seq, this.office, run, fact.kind, fact.key, fact.revision, fact.action, this.operator, this.now, content, assessment, this.previousBytes, blob);
    this.previous = made;
    this.previousBytes = blob;
    this.length++;
    return seq;
  }

  /** Writes the head beside the chain, so that a cut tail shows. */
  end(): void {
    if (this.length === 0) return;
    this.db
      .prepare('INSERT INTO chain (office, head, length, time) VALUES (?, ?, ?, ?) ON CONFLICT (office) DO UPDATE SET head = excluded.head, length = excluded.length, time = excluded.time')
      .run(this.office, this.previousBytes, this.length, this.now);
  }
}
