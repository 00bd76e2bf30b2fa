/**
 * One file being recorded (一个文件的登记): its entry among the imported files, its recorder, and, for the first large file of a kind, the
 * indexes put off until its rows are in. Keeps the conservation line: what was read is all accounted for.
 */
import type { Assessment } from '../domain/assessment.js';
import type { KindDeclaration } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import { tableOf } from './columns.js';
import type { PreparedRows } from './prepared.js';
import { type Assess, Recorder } from './recorder.js';
import { kindIndexes } from './schema.js';
import type { FileCounts, FileRequest, RecordOutcome } from './types.js';
import type { Writing } from './writing.js';

export class FileWork {
  private readonly file: number;
  private recorder: Recorder | null = null;
  private indexesOff = false;
  private readonly done = { added: 0, amended: 0, unchanged: 0, rejected: 0 };

  constructor(
    private readonly writing: Writing,
    private readonly kind: KindDeclaration,
    private readonly request: FileRequest,
  ) {
    const { path, sha256, format, encoding, columns } = request;
    this.file = Number(
      writing.db
        .prepare(
          `INSERT INTO import_file (run, path, sha256, kind, format, encoding, read, added, amended, unchanged, rejected, last_id, columns)
           VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, ?)`,
        )
        .run(writing.run.id, path, sha256 ?? null, kind.id, format, encoding, columns ? JSON.stringify(columns) : null)
        .lastInsertRowid,
    );
  }

  record(
    records: readonly ValidRecord[],
    assessments: readonly Assessment[] | null,
    assess: Assess | null,
  ): RecordOutcome {
    return this.counted(this.begun().record(records, assessments, assess));
  }

  recordPrepared(rows: PreparedRows, assess: Assess | null): RecordOutcome {
    return this.counted(this.begun().recordPrepared(rows, assess));
  }

  private counted(outcome: RecordOutcome): RecordOutcome {
    const { done } = this;
    done.added += outcome.added;
    done.amended += outcome.amended;
    done.unchanged += outcome.unchanged;
    done.rejected += outcome.rejected.length;
    return outcome;
  }

  private begun(): Recorder {
    if (this.recorder !== null) return this.recorder;
    const { writing, kind, request } = this;
    const { db } = writing;
    const table = tableOf(kind.id);
    // A numbered kind looks up its natural key for every record and keeps its indexes.
    if (request.large && !kind.numbered && db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined) {
      for (const { name } of kindIndexes(kind)) db.exec(`DROP INDEX IF EXISTS ${name}`);
      this.indexesOff = true;
    }
    this.recorder = new Recorder(writing, kind, request, this.file);
    return this.recorder;
  }

  /** Enters the counts; what does not add up is a defect, and nothing of the file is written. */
  finish({ read, added, amended, unchanged, rejected }: FileCounts): void {
    const { done } = this;
    const agree =
      read === added + amended + unchanged + rejected &&
      added === done.added &&
      amended === done.amended &&
      unchanged === done.unchanged &&
      rejected >= done.rejected;
    if (!agree)
      throw new Error(
        `conservation broken: read ${read}, added ${added}, amended ${amended}, unchanged ${unchanged}, rejected ${rejected}; recorded ${JSON.stringify(done)}`,
      );
    const { db } = this.writing;
    if (this.indexesOff) for (const { sql } of kindIndexes(this.kind)) db.exec(sql);
    db.prepare(
      `UPDATE import_file SET read = ?, added = ?, amended = ?, unchanged = ?, rejected = ?,
       last_id = (SELECT coalesce(max(id), 0) FROM ${tableOf(this.kind.id)}) WHERE id = ?`,
    ).run(read, added, amended, unchanged, rejected, this.file);
  }
}
