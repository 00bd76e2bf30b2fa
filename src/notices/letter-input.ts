/**
 * What a letter is made from: the lead's values, what it meets and why, and what the office adds. Put together by the
 * pipeline from ledger, rule file and config; read by compose.ts and sheets.ts.
 */
import type { Evidence, LegalBasis } from '../domain/assessment.js';
import type { Value } from '../domain/kind.js';
import type { LetterMaterial } from '../domain/letter.js';
import type { FeedbackLimit } from './feedback.js';

/** Values of a record by field id. */
export type ValuesById = Readonly<Record<string, Value>>;

/** 符合的情形 of the lead, by the rules or by a person's judgement. */
export interface MetSituation {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly evidence: readonly Evidence[];
  /** In force on the day of the act. */
  readonly basis: readonly LegalBasis[];
  /** 研判依据, where a person decided. */
  readonly judgedBy?: string | null;
}

/** 审核、批准、送达 as the register sheet shows them; blank where not done yet. */
export interface LetterProcess {
  readonly approvedBy?: string | null;
  readonly approvedOn?: string | null;
  readonly issuedOn?: string | null;
  readonly deliveredOn?: string | null;
}

export interface LetterInput {
  /** The lead's values by field id (kinds/lead.ts). */
  readonly lead: ValuesById;
  /** 行政区划 in words; the lead holds the code. */
  readonly regionName: string | null;
  readonly situations: readonly MetSituation[];
  /** 移送依据 in force on the day of transfer. */
  readonly transferBasis: readonly LegalBasis[];
  /** 发文机关全称. */
  readonly office: string;
  readonly receiver: string | null;
  readonly number: string | null;
  /** 成文日期, ISO; null before issue. */
  readonly date: string | null;
  /** 联系人 of the office, for a lead that names none; null parts leave room to write. */
  readonly contact: { readonly person: string | null; readonly phone: string | null } | null;
  /** 请于此日前反馈, ISO; null leaves room to write. */
  readonly feedbackDeadline: string | null;
  /** The limit behind it; null where the rule file has none, and then the letter says 及时. */
  readonly feedbackLimit: FeedbackLimit | null;
  /** Values by field id (kinds/subject.ts), in the office's order; the lead's own person is put first where missing. */
  readonly subjects: readonly ValuesById[];
  /** Registered materials; empty: the lead's 证据材料 cell is taken apart instead. */
  readonly materials: readonly LetterMaterial[];
  readonly process?: LetterProcess;
  /** 密级 given by option; the lead's own 密级标注 where absent. Never a default. */
  readonly secrecy?: string | null;
  /** The operator confirmed that identity numbers are shown in full. */
  readonly revealIdentity?: boolean;
}
