/**
 * 导入结果 (import result): what one `import` or `check` call did, as the JSON of the command line has it.
 *
 * Filled by pipeline, printed by render to people and to programs, stored with the run. Key names and their order are
 * part of the contract with scripts: keys are added, never renamed. The conservation line
 * read = added + amended + unchanged + rejected holds per file and in total.
 */
import type { Decision, RuleFileId } from './assessment.js';
import type { Finding } from './finding.js';

/** 守恒四数与读入数: the conservation line. */
export interface ImportCounts {
  readonly read: number;
  readonly added: number;
  readonly amended: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** One file of the call; a file that could not be read at all has zeros and its reason among the findings. */
export interface ImportedFile extends ImportCounts {
  readonly path: string;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly kind: string | null;
  /** Path of the rejects file (退回文件), null where nothing was rejected. */
  readonly rejects: string | null;
}

/** How often one situation came out met, hinted and undetermined among the leads added or amended. */
export interface SituationTally {
  /** 情形名称 of the rule file, so that a person reads a name and not an id. */
  readonly name?: string;
  readonly met: number;
  readonly hinted: number;
  readonly undetermined: number;
}

/** 比对结果 of one lead, for `check`. */
export interface CheckedLead {
  readonly leadNo: string;
  readonly decision: Decision;
  readonly situations: readonly string[];
  readonly hints: readonly string[];
  readonly missing: readonly string[];
}

export interface ImportResult {
  readonly command: 'import' | 'check';
  /** Null for `check` and for dry runs: nothing was written. */
  readonly run: number | null;
  readonly dryRun: boolean;
  readonly ledger: string | null;
  readonly ruleFile: RuleFileId;
  readonly files: readonly ImportedFile[];
  readonly totals: ImportCounts;
  readonly assessments: Readonly<Record<Decision, number>>;
  /** Keyed by situation id, in the order of the rule file, all of them. */
  readonly situations: Readonly<Record<string, SituationTally>>;
  readonly noticesDrafted: number;
  /** The first 1,000; all of them go to `--findings FILE`. */
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
  /** `check` only, and only up to 10,000 leads. */
  readonly leads?: readonly CheckedLead[];
}
