/**
 * 登记日志 (journal): a row for every recorded fact, each with the digest of the one before, so that an edit, an insertion or a
 * removal shows. Operator and time stand in the run and are hashed into every row of it; the row before is the one numbered
 * one less. What the chain cannot prove by itself: that nobody rewrote it and every record from some point on. Against that
 * stands the head, printed on every report and verification and kept elsewhere.
 *
 * A row's digest is SHA-256 over 128 bytes (digest of the row before, of the content, of the row as given, of the state; 32 zeros
 * for one that is absent) and the JSON of the rest; see linkDigest.
 */

import type { Sqlite } from './database.js';
import { blobOf, type Digest, digestIn, digestOf, hexOf } from './hashing.js';

/** Before the first row, and for what a row has not. */
export const NO_DIGEST: Digest = '\0'.repeat(32);

/** What an empty ledger shows as its head. */
export const GENESIS = hexOf(NO_DIGEST);

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

/** The run as it stands in the hashed JSON of each of its rows. */
export const runText = (run: JournalRun): string =>
  `${run.id},${JSON.stringify(run.operator)},${JSON.stringify(run.time)}`;

/** The hashed JSON of a row, put together by hand because it is made for every record. */
export const linkText = (
  seq: number,
  run: string,
  place: JournalPlace,
  kind: string,
  key: string,
  revision: number,
  action: string,
): string =>
  `[${seq},${run},${place.file},${place.line},${place.record},${place.row},"${kind}",${JSON.stringify(key)},${revision},"${action}"]`;

/** Where the hashed bytes are put together; grows with the longest key. */
let link = Buffer.alloc(1024);

export const linkDigest = (
  previous: Digest,
  content: Digest,
  given: Digest | null,
  state: Digest | null,
  text: string,
): Digest => {
  const most = 128 + text.length * 3;
  if (most > link.length) link = Buffer.alloc(most * 2);
  link.write(previous, 0, 32, 'latin1');
  link.write(content, 32, 32, 'latin1');
  link.write(given ?? NO_DIGEST, 64, 32, 'latin1');
  link.write(state ?? NO_DIGEST, 96, 32, 'latin1');
  const length = link.write(text, 128, 'utf8');
  return digestOf(link.subarray(0, 128 + length));
};

interface Head {
  readonly length: number;
  readonly head: Uint8Array;
}

/** Appends to the chain of one office within the transaction that is open; the head is read at its start. */
export class Journal {
  /** Who writes now; set by begin. */
  run: JournalRun = { id: 0, operator: '', time: '' };
  private previous = NO_DIGEST;
  private seq = 0;
  private started = 0;
  private ofRun = '';
  private insert;
  /** Bound values, filled anew for every row; the driver copies what it is given. */
  private readonly bound: (number | string | Buffer | null)[] = new Array(13).fill(null);
  private readonly blobs = [Buffer.alloc(32), Buffer.alloc(32), Buffer.alloc(32), Buffer.alloc(32)] as const;

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
    this.previous = row ? digestIn(row.head) : NO_DIGEST;
    this.seq = row?.length ?? 0;
    this.started = this.seq;
    if (run.id !== this.run.id) this.insert = this.insertFor(run.id);
    this.run = run;
    this.ofRun = runText(run);
  }

  /** Number of the next row. */
  get next(): number {
    return this.seq + 1;
  }

  /**
   * `content`: what the record says. `given`: what the row of the file said, where that differs. `state`: what the ledger
   * says of the record. Nine arguments instead of an object, since this runs for every record.
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
    const { bound, blobs } = this;
    const seq = ++this.seq;
    const text = linkText(seq, this.ofRun, place, kind, key, revision, action);
    this.previous = linkDigest(this.previous, content, given, state, text);
    bound[0] = seq;
    bound[1] = place.file;
    bound[2] = place.line;
    bound[3] = place.record;
    bound[4] = place.row;
    bound[5] = kind;
    bound[6] = key;
    bound[7] = revision;
    bound[8] = action;
    bound[9] = written(blobs[0], content);
    bound[10] = given === null ? null : written(blobs[1], given);
    bound[11] = state === null ? null : written(blobs[2], state);
    bound[12] = written(blobs[3], this.previous);
    this.insert.run(...bound);
  }

  /** Writes the head beside the chain, so that a cut tail shows. */
  end(): void {
    if (this.seq === this.started) return;
    this.db
      .prepare(
        `INSERT INTO chain (office, length, head, time) VALUES (?, ?, ?, ?)
         ON CONFLICT (office) DO UPDATE SET length = excluded.length, head = excluded.head, time = excluded.time`,
      )
      .run(this.office, this.seq, blobOf(this.previous), this.run.time);
    this.started = this.seq;
  }
}

const written = (blob: Buffer, digest: Digest): Buffer => {
  blob.write(digest, 0, 32, 'latin1');
  return blob;
};
