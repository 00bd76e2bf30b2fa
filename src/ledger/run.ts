/**
 * 一次运行 (a run): what one call of the program writes. Each file is a transaction of its own; an atomic run and a dry run are one
 * transaction, the dry run taken back at its end, so that it does exactly what the real one would.
 */
import type { Assessment, Judgement } from '../domain/assessment.js';
import type { KindDeclaration, Value } from '../domain/kind.js';
import type { NoticeStep } from '../domain/notice-step.js';
import type { ValidRecord } from '../domain/record.js';
import { asFailure } from './open.js';
import { Recorder } from './recorder.js';
import { changeLead, type LeadEdit, voidRow } from './single-change.js';
import type { FileCounts, FileRequest, LeadChange, LedgerOptions, RecordOutcome, RuleFileRecord, RunRequest } from './types.js';
import type { Writing } from './writing.js';

/** 一个文件的记入: open until committed or rolled back. */
export interface FileSession {
  record(records: readonly ValidRecord[], assessments: readonly Assessment[] | null, assess: ((values: readonly Value[]) => Assessment) | null): RecordOutcome;
  recordNoticeSteps(steps: readonly NoticeStep[]): void;
  commit(counts: FileCounts): void;
  rollback(): void;
}

export class Run {
  id = 0;
  private ruleFileId: number | null = null;
  private open = false;

  constructor(
    private readonly writing: Writing,
    private readonly options: LedgerOptions,
    private readonly request: RunRequest,
  ) {
    this.guarded(() => {
      if (this.single) this.begin();
    });
  }

  /** One transaction for the whole run. */
  private get single(): boolean {
    return this.request.atomic === true || this.request.dryRun === true;
  }

  file(request: FileRequest): FileSession {
    const { writing } = this;
    const { db } = writing;
    const kind = this.kindOf(request.kind);
    return this.guarded(() => {
      this.ensure();
      db.exec('SAVEPOINT file');
      const file = Number(
        db
          .prepare('INSERT INTO import_file (run, path, kind, format, encoding, read, added, amended, unchanged, rejected, columns) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?)')
          .run(this.id, request.path, request.kind, request.format, request.encoding, JSON.stringify(request.columns ?? {})).lastInsertRowid,
      );
      const recorder = new Recorder(writing, kind, request, file, this.ruleFileId);
      return {
        record: (records, assessments, assess) => this.guarded(() => recorder.record(records, assessments, assess)),
        recordNoticeSteps: (steps) => this.recordNoticeSteps(steps),
        commit: (counts) =>
          this.guarded(() => {
            recorder.end();
            this.commitFile(file, counts);
          }),
        rollback: () => this.rollbackFile(),
      };
    });
  }

  recordNoticeSteps(steps: readonly NoticeStep[]): void {
    if (steps.length === 0) return;
    this.guarded(() => {
      this.ensure();
      for (const step of steps) this.writing.notices.apply(this.writing, step);
    });
  }

  /** Takes the write lock now, so that what is read next is still true when it is written. */
  start(): void {
    this.guarded(() => this.ensure());
  }

  /** 发文序号: the next number of a year's series, given in the transaction that issues; a withdrawn number stays dead. */
  nextSerial(prefix: string, year: number, startAt: number): number {
    return this.guarded(() => {
      this.ensure();
      const { db, office } = this.writing;
      return Number(
        db
          .prepare(
            `INSERT INTO number_series (office, prefix, year, last) VALUES (?, ?, ?, ?)
             ON CONFLICT (office, prefix, year) DO UPDATE SET last = max(last + 1, excluded.last) RETURNING last`,
          )
          .pluck()
          .get(office, prefix, year, startAt),
      );
    });
  }

  /** 人工研判: stands while the lead's content stays as it is. */
  decide(leadNo: string, judgement: Judgement): LeadChange {
    return this.changed(leadNo, { action: 'decide', judgement });
  }

  /** 重新比对 of one lead by the rule file of this run; a judgement that stands is kept. */
  reassess(leadNo: string, assessment: Assessment): LeadChange {
    return this.changed(leadNo, { action: 'assess', assessment });
  }

  private changed(leadNo: string, edit: LeadEdit): LeadChange {
    return this.guarded(() => {
      this.ensure();
      return changeLead(this.writing, this.kindOf('lead'), leadNo, edit, this.ruleFileId);
    });
  }

  /** 作废: the lead change for a lead, so that its notice can follow; null for other kinds. */
  void(kindId: string, key: string, why: string): LeadChange | null {
    return this.guarded(() => {
      this.ensure();
      return voidRow(this.writing, this.kindOf(kindId), key, why);
    });
  }

  end(): void {
    this.guarded(() => {
      if (!this.open) return;
      if (this.request.dryRun === true) this.rollback();
      else this.commit();
    });
  }

  rollback(): void {
    if (this.writing.db.inTransaction) this.writing.db.exec('ROLLBACK');
    this.writing.forget();
    this.open = false;
  }

  private kindOf(id: string): KindDeclaration {
    const kind = this.options.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`unknown kind ${id}`);
    return kind;
  }

  private ensure(): void {
    if (!this.open) this.begin();
  }

  /** Takes the write lock, reads the chain's head, and enters the run where it is not yet in the ledger. */
  private begin(): void {
    const { writing, options, request } = this;
    const { db, journal } = writing;
    db.exec('BEGIN IMMEDIATE');
    this.open = true;
    try {
      journal.begin();
      this.ruleFileId = request.ruleFile ? this.keepRuleFile(request.ruleFile) : null;
      const kept = this.id > 0 && db.prepare('SELECT 1 FROM run WHERE id = ?').pluck().get(this.id) === 1;
      if (!kept)
        this.id = Number(
          db
            .prepare('INSERT INTO run (office, command, operator, time, rule_file, last_journal) VALUES (?, ?, ?, ?, ?, 0)')
            .run(writing.office, request.command, options.operator, options.now, this.ruleFileId).lastInsertRowid,
        );
      writing.run = this.id;
    } catch (thrown) {
      this.rollback();
      throw thrown;
    }
  }

  private keepRuleFile({ id, version, sha256, situations, text }: RuleFileRecord): number {
    const { db } = this.writing;
    db.prepare('INSERT OR IGNORE INTO rule_file (name, version, sha256, situations, text) VALUES (?, ?, ?, ?, ?)').run(id, version, sha256, JSON.stringify(situations), text);
    return Number(db.prepare('SELECT id FROM rule_file WHERE sha256 = ?').pluck().get(sha256));
  }

  private commit(): void {
    const { writing } = this;
    writing.settle();
    writing.db.prepare('UPDATE run SET last_journal = ? WHERE id = ?').run(writing.journal.last, this.id);
    writing.db.exec('COMMIT');
    this.open = false;
  }

  /** 守恒: what was read is all accounted for, or the program is wrong and nothing is written. */
  private commitFile(file: number, counts: FileCounts): void {
    const { read, added, amended, unchanged, rejected } = counts;
    if (read !== added + amended + unchanged + rejected)
      throw new Error(`conservation broken: read ${read}, added ${added}, amended ${amended}, unchanged ${unchanged}, rejected ${rejected}`);
    const { db } = this.writing;
    db.prepare('UPDATE import_file SET read = ?, added = ?, amended = ?, unchanged = ?, rejected = ? WHERE id = ?').run(read, added, amended, unchanged, rejected, file);
    db.exec('RELEASE file');
    if (!this.single) this.commit();
  }

  private rollbackFile(): void {
    const { writing } = this;
    if (!this.single) {
      this.rollback();
      return;
    }
    if (!writing.db.inTransaction) return;
    writing.db.exec('ROLLBACK TO file; RELEASE file');
    writing.forget();
    writing.journal.begin();
  }

  /** SQLite's codes become failures; the transaction that failed is taken back. */
  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      this.rollback();
      throw asFailure(thrown, this.options.path);
    }
  }
}
