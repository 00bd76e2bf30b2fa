/**
 * Reading with checking (读取与比对): one part of an input file -> batches of valid records, leads with their assessments.
 * The same reader runs in this thread or in the worker (worker.ts); the pipeline sees only {@link BatchReader}.
 *
 * Batches are settled in order, each once: only the ledger knows which valid records it refuses (a number twice in one
 * file, a change under --on-change reject), and those go to the same rejects file.
 */
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration } from '../domain/kind.js';
import type { RecordBatch } from '../domain/record.js';
import { type Inspection, type Intake, type IntakeSettings, type LateReject, openIntake } from '../intake/index.js';
import { completer } from '../kinds/completed.js';
// Not the room's index: it brings SQLite.
import { Arrivals, type PreparedBatch, type PreparedRows } from '../ledger/prepared.js';
import { Preparer } from '../ledger/preparer.js';
// Not the room's index: it brings the parsers of rule files, which the worker does not need.
import type { Checker } from '../rules/checker.js';

/** A batch on its way to the ledger: leads with their assessments. */
export interface CheckedBatch extends Omit<RecordBatch, 'records'> {
  readonly rows: PreparedRows;
}

/** The same as it crosses between threads. */
export interface ReadBatch extends Omit<RecordBatch, 'records'> {
  readonly prepared: PreparedBatch;
}

export interface ReadingEnd {
  readonly read: number;
  readonly rejectsPath: string | null;
  readonly findings: readonly Finding[];
}

export interface BatchReader {
  next(): Promise<CheckedBatch | null>;
  /** What the ledger refused of the oldest batch that is not settled. */
  settle(rejected: readonly LateReject[]): void;
  /** Ends the rejects file and tells what was read. */
  finish(): Promise<ReadingEnd>;
  close(): void;
}

/** All that a thread needs to read one part: plain data, so that it can be posted to a worker. */
export interface ReadingOrder {
  readonly inspection: Inspection;
  readonly part: number;
  readonly settings: IntakeSettings;
  readonly officeRegion: string;
}

/** The work itself, synchronous; both threads run this. */
export class Reading {
  private readonly intake: Intake;
  private readonly checker: Checker | null;
  private readonly complete: ReturnType<typeof completer>;
  private readonly preparer: Preparer;

  constructor(order: ReadingOrder, checker: Checker) {
    this.intake = openIntake(order.inspection, order.part, order.settings);
    const { kind } = this.intake;
    this.complete = completer(kind, order.officeRegion);
    this.preparer = new Preparer(kind, this.complete, checker.id.sha256);
    this.checker = kind.assessed ? checker : null;
  }

  get kind(): KindDeclaration {
    return this.intake.kind;
  }

  next(): ReadBatch | null {
    const batch = this.intake.next();
    if (batch === null) return null;
    const { checker, complete } = this;
    const { records, ...rest } = batch;
    const completed = records.map((record) => complete(record.values));
    const assessments = checker ? completed.map((values) => checker.assess(values)) : null;
    return { ...rest, prepared: this.preparer.prepare(records, assessments, completed) };
  }

  settle(rejected: readonly LateReject[]): void {
    this.intake.reject(rejected);
  }

  finish(): ReadingEnd {
    return this.intake.finish();
  }

  close(): void {
    this.intake.close();
  }
}

export const arrived = (batch: ReadBatch | null, arrivals: Arrivals): CheckedBatch | null => {
  if (batch === null) return null;
  const { prepared, ...rest } = batch;
  return { ...rest, rows: arrivals.take(prepared) };
};

/** A reader in this thread, for small files. */
export const readHere = (order: ReadingOrder, checker: Checker): BatchReader => {
  const reading = new Reading(order, checker);
  const arrivals = new Arrivals(reading.kind);
  return {
    next: async () => arrived(reading.next(), arrivals),
    settle: (rejected) => reading.settle(rejected),
    finish: async () => reading.finish(),
    close: () => reading.close(),
  };
};
