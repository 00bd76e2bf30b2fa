/**
 * The figures of an import result, counted as batches go by: per file the conservation line, over all files the
 * decisions and situations of the leads added or amended.
 */
import { DECISIONS, type Decision, type Found, type SituationName } from '../domain/assessment.js';
import type { ImportCounts, ImportedFile, SituationTally } from '../domain/import-result.js';

/** 结论与情形计数 over the leads that a call added or amended. */
export class LeadTally {
  private readonly decisions: Record<Decision, number> = { transfer: 0, supplement: 0, review: 0, none: 0 };
  private readonly situations: Map<string, { name: string; met: number; hinted: number; undetermined: number }>;

  constructor(situations: readonly SituationName[]) {
    this.situations = new Map(situations.map(({ id, name }) => [id, { name, met: 0, hinted: 0, undetermined: 0 }]));
  }

  /** `decision` is the one in force, which a person's judgement may have set; situations are the machine's. */
  add(decision: Decision, found: Found): void {
    this.decisions[decision]++;
    for (const outcome of ['met', 'hinted', 'undetermined'] as const)
      for (const id of found[outcome]) {
        const tally = this.situations.get(id);
        if (tally) tally[outcome]++;
      }
  }

  /** Leads of which there is nothing to say. */
  addNothingFound(leads: number): void {
    this.decisions.none += leads;
  }

  assessments(): Readonly<Record<Decision, number>> {
    return Object.fromEntries(DECISIONS.map((decision) => [decision, this.decisions[decision]])) as Record<
      Decision,
      number
    >;
  }

  bySituation(): Readonly<Record<string, SituationTally>> {
    return Object.fromEntries(this.situations);
  }
}

export const totalsOf = (files: readonly ImportCounts[]): ImportCounts => {
  const sum = (pick: (file: ImportCounts) => number): number => files.reduce((total, file) => total + pick(file), 0);
  return {
    read: sum((file) => file.read),
    added: sum((file) => file.added),
    amended: sum((file) => file.amended),
    unchanged: sum((file) => file.unchanged),
    rejected: sum((file) => file.rejected),
  };
};

/** A file of which nothing was read. */
export const refusedFile = (path: string): ImportedFile => ({
  path,
  format: null,
  encoding: null,
  kind: null,
  read: 0,
  added: 0,
  amended: 0,
  unchanged: 0,
  rejected: 0,
  rejects: null,
});
