/**
 * What changes for a lead when another rule file decides (规则比较), and which situations may stand together (并存).
 * Both are plain values for `rules compare` and `rules show`.
 */
import type { Assessment, Decision, Outcome } from '../domain/assessment.js';
import type { OverlapPolicy, RuleFile } from './model.js';

export interface AssessmentChange {
  readonly decision: { readonly from: Decision; readonly to: Decision } | null;
  /** Situations whose outcome differs, in the order of the old file, then new ones. */
  readonly situations: readonly { readonly id: string; readonly from: Outcome; readonly to: Outcome }[];
}

/** The difference between two assessments of one lead, or null where nothing that counts has changed. */
export const compareAssessments = (before: Assessment, after: Assessment): AssessmentChange | null => {
  const outcome = (assessment: Assessment, id: string): Outcome =>
    assessment.situations.find((one) => one.id === id)?.outcome ?? 'not-met';
  const ids = [...new Set([...before.situations, ...after.situations].map(({ id }) => id))];
  const situations = ids
    .map((id) => ({ id, from: outcome(before, id), to: outcome(after, id) }))
    .filter(({ from, to }) => from !== to);
  const decision = before.decision === after.decision ? null : { from: before.decision, to: after.decision };
  return decision === null && situations.length === 0 ? null : { decision, situations };
};

export interface OverlapMatrix {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Row by column; null on the diagonal and for an open slot. */
  readonly cells: readonly (readonly (OverlapPolicy['policy'] | null)[])[];
}

/** 七种情形并存口径表. */
export const overlapMatrix = (ruleFile: RuleFile): OverlapMatrix => {
  const ids = ruleFile.situations.map(({ id }) => id);
  const policy = (a: string, b: string) =>
    ruleFile.overlap.find(({ pair }) => pair.includes(a) && pair.includes(b) && a !== b)?.policy ?? null;
  return {
    ids,
    names: ruleFile.situations.map(({ name }) => name),
    cells: ids.map((a) => ids.map((b) => policy(a, b))),
  };
};
