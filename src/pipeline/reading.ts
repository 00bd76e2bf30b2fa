/**
 * Reading with checking (读取与比对): one part of an input file -> batches of valid records, leads with their assessments.
 * The same reader runs in this thread or in the worker (worker.ts); the pipeline sees only {@link BatchReader}.
 *
 * Batches are settled in order, each once: only the ledger knows which valid records it refuses (a number twice in one
 * file, a change under --on-change reject), and those go to the same rejects file.
 */
import type { Assessment } from '../domain/assessment.js';
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration } from '../domain/kind.js';
import type { RecordBatch } from '../domain/record.js';
import { type Inspection, type Intake, type IntakeSettings, type LateReject, openIntake } from '../intake/index.js';
import { completer } from '../kinds/completed.js';
import { type Checker, compileChecker, loadRuleFile } from '../rules/index.js';

/** A batch on its way to the ledger. */
export interface CheckedBatch extends RecordBatch {
  /** One per record for leads; null for other kinds. */
  readonly assessments: readonly Assessment[] | null;
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
  /** The rule file's text and path, compiled again in the worker: closures do not cross threads. */
  readonly rules: { readonly text: string; readonly path: string; readonly lead: KindDeclaration };
}

/** The work itself, synchronous; both threads run this. */
export class Reading {
  private readonly intake: Intake;
  private readonly checker: Checker | null;
  private readonly complete: ReturnType<typeof completer>;

  constructor(order: ReadingOrder, checker?: Checker) {
    this.intake = openIntake(order.inspection, order.part, order.settings);
    const { kind } = this.intake;
    this.complete = completer(kind, order.officeRegion);
    this.checker = kind.assessed ? (checker ?? compiledAgain(order)) : null;
  }

  next(): CheckedBatch | null {
    const batch = this.intake.next();
    if (batch === null) return null;
    const { checker, complete } = this;
    const assessments = checker ? batch.records.map((record) => checker.assess(complete(record.values))) : null;
    return { ...batch, assessments };
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

const compiledAgain = ({ rules }: ReadingOrder): Checker => {
  const { ruleFile } = loadRuleFile(rules.text, rules.path, rules.lead);
  // The main thread has loaded the same text without an error before it gave this order.
  if (ruleFile === null) throw new Error('the rule file changed between two readings');
  return compileChecker(ruleFile);
};

/** A reader in this thread, for small files. */
export const readHere = (order: ReadingOrder, checker: Checker): BatchReader => {
  const reading = new Reading(order, checker);
  return {
    next: async () => reading.next(),
    settle: (rejected) => reading.settle(rejected),
    finish: async () => reading.finish(),
    close: () => reading.close(),
  };
};
