/**
 * 移送条件比对 (assessment): what checking one lead against the seven situations yields. Made by rules, stored by the
 * ledger, read by notices and statistics.
 */

/** 情形结果: met 符合, hinted 疑似 (asks for a person), undetermined 无法判断 (a field is missing), not-met 不符合. */
export type Outcome = 'met' | 'hinted' | 'undetermined' | 'not-met';

/** 结论: transfer 应移送, supplement 待补正, review 待研判, none 不移送. */
export type Decision = 'transfer' | 'supplement' | 'review' | 'none';

export const DECISIONS: readonly Decision[] = ['transfer', 'supplement', 'review', 'none'];

export const DECISION_TITLES: Readonly<Record<Decision, string>> = {
  transfer: '应移送',
  supplement: '待补正',
  review: '待研判',
  none: '不移送',
};

/** 证据: the words of the lead on which an outcome rests. Offsets count UTF-16 units in the value as stored. */
export interface Evidence {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The outcome of one situation for one lead; situations that are plainly not met are left out of an assessment. */
export interface SituationOutcome {
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'not-met'>;
  readonly evidence: readonly Evidence[];
  /** Field ids whose absence leaves it undetermined. */
  readonly missing: readonly string[];
}

/** 比对结果 of one lead by the rule file alone; a person's judgement is kept beside it, in the ledger. */
export interface Assessment {
  readonly decision: Decision;
  /** In the order of the rule file; `not-met` ones are absent. */
  readonly situations: readonly SituationOutcome[];
  /** Field ids that a transfer needs and the lead lacks (decision `supplement`). */
  readonly lacking: readonly string[];
  /** Situation ids that the clerk claims and the machine does not find met. */
  readonly claimedUnmet: readonly string[];
  /** ISO date whose law was applied. */
  readonly lawOf: string | null;
  /** True where `occurred_from` was blank and found_on stood in for it. */
  readonly lawOfAssumed: boolean;
}

/** 情形 by their outcome: what counts and notices need to know of an assessment. */
export type Found = Readonly<Record<Exclude<Outcome, 'not-met'>, readonly string[]>>;

const NONE: readonly string[] = [];

/** Ids of the situations with an outcome; most leads have no situation to look at. */
export const situationsWith = ({ situations }: Assessment, outcome: Outcome): readonly string[] =>
  situations.length === 0 ? NONE : situations.filter((each) => each.outcome === outcome).map((each) => each.id);

export const foundIn = (assessment: Assessment): Found => ({
  met: situationsWith(assessment, 'met'),
  hinted: situationsWith(assessment, 'hinted'),
  undetermined: situationsWith(assessment, 'undetermined'),
});

/** 规则文件身份, stored with every assessment. */
export interface RuleFileId {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** 情形 as the other rooms need it: its id, number and Chinese name. */
export interface SituationName {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

/** 法律依据 as printed in letters and explanations. `unverified` is shown as such, never hidden. */
export interface LegalBasis {
  readonly statute: string;
  readonly article: string;
  readonly text?: string;
  readonly from?: string;
  readonly to?: string;
  readonly unverified?: boolean;
}

/** 人工研判: a person's judgement on a lead, journalled. Holds while the lead's content hash stays the one judged. */
export interface Judgement {
  readonly decision: Exclude<Decision, 'review'>;
  readonly situation: string | null;
  readonly basis: string;
  readonly operator: string;
  readonly at: string;
}
