/**
 * 一次运行 (a run): what one call of the program writes. Each file is a transaction of its own; an atomic run and a dry run are one
 * transaction, the dry run taken back at its end, so that it does exactly what the real one would. Changes that come from no
 * file (judgements, voids, steps of notices) are one transaction up to `end`.
 *
 * A run enters itself in the ledger with its first transaction: one that writes nothing leaves nothing.
 */
import type { Assessment, Judgement } from '../domain/assessment.js';
import type { KindDeclaration, Value } from '../domain/kind.js';
import type { NoticeStep } from '../domain/notice-step.js';
import type { ValidRecord } from '../domain/record.js';
import { asFailure } from './database.js';
import { FileWork } from './file-work.js';
import type { PreparedRows } from './prepared.js';
import { type Reassessed, reassessLeads } from './reassess.js';
import { enterRun } from './run-entry.js';
import { changeLead, type LeadEdit, voidRow } from './single-change.js';
import type { FileCounts, FileRequest, LeadChange, LedgerOptions, RecordOutcome, RunRequest } from './types.js';
import type { Writing } from './writing.js';

export type Assess = (values: readonly Value[]) => Assessment;

/** 一个文件的记入: open until committed or rolled back. */
export interface FileSession {
  record(
    records: readonly ValidRecord[],
    assessments: readonly Assessment[] | null,
    assess: Assess | null,
  ): RecordOutcome;
  /** The same, with all worked out that can be known ahead (preparer.ts). */
  recordPrepared(rows: PreparedRows, assess: Assess | null): RecordOutcome;
  recordNoticeSteps(steps: readonly NoticeStep[]): void;
  commit(counts: FileCounts): void;
  rollback(): void;
}

export class Run {
  private number = 0;
  private open = false;

  constructor(
    private readonly writing: Writing,
    private readonly options: LedgerOptions,
    private readonly request: RunRequest,
  ) {
    if (this.single) this.ensure();
  }

  /** Number of the run; 0 until its first transaction begins. */
  get id(): number {
    return this.number;
  }

  /** One transaction for the whole run. */
  private get single(): boolean {
    return this.request.atomic === true || this.request.dryRun === true;
  }

  file(request: FileRequest): FileSession {
    const { writing } = this;
    const kind = this.kindOf(request.kind);
    return this.guarded(() => {
      this.ensure();
      writing.db.exec('SAVEPOINT file');
      const file = new FileWork(writing, kind, request);
      return {
        record: (records, assessments, assess) => this.guarded(() => file.record(records, assessments, assess)),
        recordPrepared: (rows, assess) => this.guarded(() => file.recordPrepared(rows, assess)),
        recordNoticeSteps: (steps) => this.recordNoticeSteps(steps),
        commit: (counts) =>
          this.guarded(() => {
            file.finish(counts);
            writing.settle();
            writing.db.exec('RELEASE file');
            if (!this.single) this.commit();
          }),
        rollback: () => this.rollbackFile(),
      };
    });
  }

  recordNoticeSteps(steps: readonly NoticeStep[]): void {
    if (steps.length === 0) return;
    this.guarded(() => {
      this.ensure();
      for (const step of steps) this.writing.notices.apply(this.writing.journal, step);
    });
  }

  /** Takes the write lock now, so that what is read next is still true when it is written. */
  start(): void {
    this.guarded(() => this.ensure());
  }

  /** 发文序号: the next number of a year's series, given under the write lock, from `startAt` on. */
  nextSerial(prefix: string, year: number, startAt: number): number {
    return this.guarded(() => {
      this.ensure();
      return this.writing.notices.nextSerial(prefix, year, startAt);
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

  /**
   * 重新比对 of every lead by the rule file of this run; `each` gets the leads that came out differently, in batches, and may record
   * what follows for their notices. Leads that come out as before keep their revision and the rule file they were assessed by.
   */
  reassessAll(assess: Assess, each: (changes: readonly LeadChange[]) => void): Reassessed {
    return this.guarded(() => {
      this.ensure();
      return reassessLeads(this.writing, this.kindOf('lead'), assess, each);
    });
  }

  private changed(leadNo: string, edit: LeadEdit): LeadChange {
    return this.guarded(() => {
      this.ensure();
      return changeLead(this.writing, this.kindOf('lead'), leadNo, edit);
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
      else {
        this.writing.settle();
        this.commit();
      }
    });
  }

  rollback(): void {
    if (this.open && this.writing.db.inTransaction) this.writing.db.exec('ROLLBACK');
    this.writing.forget();
    this.open = false;
  }

  private kindOf(id: string): KindDeclaration {
    const kind = this.options.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`unknown kind ${id}`);
    return kind;
  }

  /** Begins the transaction if none is open, and enters the run where it is not yet in the ledger. */
  private ensure(): void {
    if (this.open) return;
    const { writing, options, request } = this;
    writing.db.exec('BEGIN IMMEDIATE');
    this.open = true;
    this.number = enterRun(writing, options, request, this.number);
  }

  private commit(): void {
    this.writing.db.exec('COMMIT');
    this.open = false;
  }

  private rollbackFile(): void {
    const { writing } = this;
    if (!this.open || !writing.db.inTransaction) return;
    if (!this.single) {
      this.rollback();
      return;
    }
    writing.db.exec('ROLLBACK TO file');
    writing.db.exec('RELEASE file');
    writing.forget();
    // The files before it are settled: their counts and the head they left are in the tables.
    writing.journal.begin(writing.run);
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
