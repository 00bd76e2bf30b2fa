/** What the ledger (台账) gives and takes, as the pipeline sees it. */
import type { Assessment, Decision, Found, Judgement, RuleFileId, SituationName } from '../domain/assessment.js';
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration, Value } from '../domain/kind.js';
import type { Notice } from '../domain/notice.js';
import type { NoticeChange } from '../domain/notice-change.js';
import type { NoticeStepName } from '../domain/notice-step.js';

/** 所属单位: every record belongs to an office, known by its region code. */
export interface LedgerOffice {
  readonly region: string;
  readonly name: string;
}

export interface LedgerOptions {
  /** `:memory:` for a dry run on a ledger that does not exist yet. */
  readonly path: string;
  readonly mode: 'read' | 'write';
  readonly kinds: readonly KindDeclaration[];
  /** `declarationOf(kinds)`, where it is known beforehand. */
  readonly declaration?: string;
  readonly office: LedgerOffice;
  /** Local ISO date-time; may not lie before the chain's head. */
  readonly now: string;
  readonly operator: string;
  /** How long to wait for another process that is writing; 10 seconds where not given. */
  readonly lockWaitMs?: number;
  /** Fills in what follows from other facts (region, level of a lead), after merging. */
  readonly complete: (kind: KindDeclaration, values: readonly Value[]) => readonly Value[];
}

/** The rule file of a run, kept whole: a decision must be explainable years later. */
export interface RuleFileRecord extends RuleFileId {
  readonly text: string;
  readonly situations: readonly SituationName[];
}

export interface RunRequest {
  readonly command: string;
  /** The rest of the command line, as it is to be shown with the run. */
  readonly arguments?: string;
  readonly ruleFile?: RuleFileRecord;
  /** One transaction for the whole run instead of one per file. */
  readonly atomic?: boolean;
  /** Everything is done and then taken back. */
  readonly dryRun?: boolean;
}

export type OnChange = 'amend' | 'keep' | 'reject';

export interface FileRequest {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  /** Of the file's bytes, where the caller has it. */
  readonly sha256?: string;
  readonly kind: string;
  readonly onChange: OnChange;
  /** A blank cell erases what the ledger has. */
  readonly clear: boolean;
  /** Field ids that the file has a column for; a field without column is never erased. Absent: all of them. */
  readonly fields?: readonly string[];
  /** Many records are to come: indexes of a kind without records are built after them. */
  readonly large?: boolean;
  /** Field id -> column letter of the sheet, so that a value can be traced to its cell; absent for YAML. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface FileCounts {
  readonly read: number;
  readonly added: number;
  readonly amended: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** 线索变动: a lead added, amended, judged, voided or assessed anew, with what notices need to know of it. */
export interface LeadChange extends NoticeChange {
  readonly change: 'added' | 'amended' | 'judged' | 'voided' | 'assessed';
  readonly previousDecision: Decision | null;
  /** By the rule file alone. */
  readonly found: Found;
  readonly values: readonly Value[];
}

/** What became of one batch. Findings carry no path: the pipeline knows what the file is called. */
export interface RecordOutcome {
  added: number;
  amended: number;
  unchanged: number;
  readonly rejected: { readonly record: number; readonly findings: readonly Finding[] }[];
  readonly findings: Finding[];
  /** Leads only. */
  readonly changes: LeadChange[];
  /** Leads added of which there is nothing to say (decision `none`, no letter): most of them, and not among the changes. */
  nothingFound: number;
}

export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly record: number;
  readonly row: number;
  /** Field id -> cell, e.g. F6; empty for YAML. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface StoredLead {
  readonly leadNo: string;
  readonly revision: number;
  readonly values: readonly Value[];
  readonly decision: Decision;
  readonly machineDecision: Decision;
  readonly met: readonly string[];
  readonly hinted: readonly string[];
  readonly assessment: Assessment;
  readonly judgement: Judgement | null;
  readonly ruleFile: RuleFileId | null;
  readonly source: SourcePlace;
  readonly voided: string | null;
  readonly notice: Notice | null;
}

export interface StoredRecord {
  readonly key: string;
  readonly day: string | null;
  readonly values: readonly Value[];
  readonly revision: number;
  /** 作废原因; null where the record is in force. */
  readonly voided: string | null;
}

export interface StoredFile extends FileCounts {
  readonly path: string;
  readonly kind: string;
  readonly format: string;
  readonly encoding: string;
}

export interface StoredRun extends FileCounts {
  readonly id: number;
  readonly at: string;
  readonly operator: string;
  readonly command: string;
  readonly ruleFile: RuleFileId | null;
  readonly files: readonly StoredFile[];
}

export interface HistoryEntry {
  readonly seq: number;
  readonly run: number;
  readonly revision: number;
  readonly action: string;
  readonly operator: string;
  readonly time: string;
  /** Leads: the decision in force at that revision. */
  readonly decision: string | null;
}

/** 移送函的一步 as it was journalled. */
export interface NoticeStepTaken {
  readonly seq: number;
  readonly run: number;
  readonly version: number;
  readonly step: NoticeStepName;
  /** ISO date on which it happened, and ISO date-time at which the ledger learned of it. */
  readonly on: string;
  readonly time: string;
  readonly operator: string;
  /** What the notice said after the step. */
  readonly number: string | null;
  readonly receiver: string | null;
  readonly approvedBy: string | null;
  readonly why: string | null;
}

export interface Problem {
  /** Table, key, revision or journal number, as a person would look it up. */
  readonly place: string;
  readonly message: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly records: number;
  readonly head: string;
  readonly problems: readonly Problem[];
}

export interface OpenLink {
  readonly kind: string;
  readonly key: string;
  readonly field: string;
  readonly value: string;
}

export interface LedgerStatistics {
  readonly kinds: readonly {
    readonly id: string;
    readonly title: string;
    readonly records: number;
    readonly revisions: number;
    readonly voided: number;
  }[];
  readonly journal: number;
  readonly head: string;
}
