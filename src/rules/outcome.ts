/**
 * The outcome of one situation for one lead (情形结果): the certain condition decides, else the hint, else what is missing.
 * One place for it, so that the check and its explanation cannot disagree.
 */
import type { Evidence, SituationOutcome } from '../domain/assessment.js';
import type { CompiledSituation } from './compile.js';
import { FALSE, type LeadView, TRUE } from './operators/operator.js';

const NOTHING: readonly never[] = Object.freeze([]);

const byPlace = (a: Evidence, b: Evidence): number =>
  a.field < b.field ? -1 : a.field > b.field ? 1 : a.start - b.start || b.end - a.end;

/** Evidence in text order, each stretch once, none inside another. */
const tidy = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const kept: Evidence[] = [];
  for (const one of [...evidence].sort(byPlace)) {
    const last = kept[kept.length - 1];
    if (!last || last.field !== one.field || one.end > last.end) kept.push(one);
  }
  return kept;
};

/** Every condition is asked. */
const ALL = -1;

/** The outcome of one situation, or null where it is plainly not met. `wake`: bits of the conditions that may be other than false. */
export const outcomeOf = (
  { id, certain, hint, certainBit, hintBit }: CompiledSituation,
  lead: LeadView,
  wake = ALL,
): SituationOutcome | null => {
  const sure = certain !== null && (wake & certainBit) !== 0 ? certain.evaluate(lead) : FALSE;
  const hinted = sure !== TRUE && hint !== null && (wake & hintBit) !== 0 ? hint.evaluate(lead) : FALSE;
  if (sure === FALSE && hinted === FALSE) return null;
  const evidence: Evidence[] = [];
  const missing = new Set<string>();
  if (sure === TRUE) certain?.collect(lead, evidence, missing);
  else if (hinted === TRUE) hint?.collect(lead, evidence, missing);
  else {
    certain?.collect(lead, evidence, missing);
    hint?.collect(lead, evidence, missing);
  }
  const outcome = sure === TRUE ? 'met' : hinted === TRUE ? 'hinted' : 'undetermined';
  return { id, outcome, evidence: tidy(evidence), missing: outcome === 'undetermined' ? [...missing] : NOTHING };
};
