/**
 * 比对说明 (explanation): one lead's outcome as a tree in the rule file's own shape: which condition was true, which value
 * was read, which phrase was found where, and why a phrase that was found did not count. Made by rules, printed by render.
 */
import type { Evidence, LegalBasis, Outcome } from './assessment.js';

/** 条件结果: true 成立, false 不成立, undetermined 无法判断 (a field is blank). */
export type Truth = 'true' | 'false' | 'undetermined';

/** 排除原因: a phrase was found but does not count: denied, hypothetical, said of somebody else. */
export interface DiscountedPhrase extends Evidence {
  /** Id of the context of the rule file (`denied`), or `outsider` where a company or resident did it. */
  readonly because: string;
  /** Chinese: 被否定, 假设或计划, 行为人不是公职人员. */
  readonly title: string;
  /** The denying or naming words and where they stand; null where the whole text speaks. */
  readonly by: Evidence | null;
}

/** 条件节点: one condition of the rule file, as it turned out for this lead. */
export interface ConditionNode {
  /** Operator name: all, any, not, is, says, together … */
  readonly operator: string;
  /** Chinese: the condition in words. */
  readonly title: string;
  readonly outcome: Truth;
  /** Field ids read by this very condition; empty for all, any, not. */
  readonly fields: readonly string[];
  /** The value read, for conditions on a field other than text; null where blank. */
  readonly value?: string | null;
  /** The rule says that a blank field is a no: the condition is never undetermined. */
  readonly blankIsNo?: true;
  /** Phrases on which `true` rests. */
  readonly found?: readonly Evidence[];
  /** Phrases that were found and do not count, with the reason. */
  readonly discounted?: readonly DiscountedPhrase[];
  readonly conditions?: readonly ConditionNode[];
}

/** 情形说明: one situation of the rule file for this lead. */
export interface SituationExplanation {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly outcome: Outcome;
  /** 原文: the words of the mechanism's source. */
  readonly quote: string;
  readonly basis: readonly LegalBasis[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  /** 认定条件 and 提示条件; null where the situation has none (the open seventh slot). */
  readonly certain: ConditionNode | null;
  readonly hint: ConditionNode | null;
}

/** 一件线索的比对说明, all seven situations in order. */
export interface LeadExplanation {
  readonly situations: readonly SituationExplanation[];
}
