/**
 * 比对 (the checker): one lead's values in, its Assessment out, by the decision table of the mechanism (the judgement of a
 * person is applied by the ledger, not here). `assess` is the hot path of an import: a lead whose text has no trigger
 * phrase costs one scan and one look-up of a shared frozen result. Not reentrant: the readings are reused.
 */
import type {
  Assessment,
  Decision,
  LegalBasis,
  RuleFileId,
  SituationName,
  SituationOutcome,
} from '../domain/assessment.js';
import type { Deadline } from '../domain/deadline.js';
import type { LeadExplanation } from '../domain/explanation.js';
import { fieldIndex, type Value } from '../domain/kind.js';
import { memo } from '../domain/memo.js';
import { basesOn } from './basis.js';
import { type CompiledRules, compileRules } from './compile.js';
import { explainLead } from './explain.js';
import type { RuleFile, TransferNeed } from './model.js';
import type { LeadView } from './operators/operator.js';
import { outcomeOf } from './outcome.js';
import { loadTexts, Reading } from './text/reading.js';

export interface Checker {
  readonly id: RuleFileId;
  readonly situations: readonly SituationName[];
  readonly deadlines: readonly Deadline[];
  readonly transferNeeds: readonly TransferNeed[];
  /** Compiles the rules now, which otherwise waits for the first lead. */
  ready(): void;
  /** `values` in the field order of the lead kind. */
  assess(values: readonly Value[]): Assessment;
  explain(values: readonly Value[]): LeadExplanation;
  /** Bases of a situation in force on the day of the act; all of them where that day is null. */
  basis(situation: string, lawOf: string | null): readonly LegalBasis[];
  /** Bases of the duty to transfer in force on the day of transfer. */
  transferBasis(on: string): readonly LegalBasis[];
}

/** Shared results are kept per day of law; leads of more days than this make their own. */
const SHARED_DAYS = 8_192;

const NOTHING: readonly never[] = Object.freeze([]);

/** Which conditions must be asked. A blank text may leave any condition undetermined. */
const wokenBy = (rules: CompiledRules, readings: readonly Reading[], blankText: boolean): number => {
  if (blankText) return -1;
  let wake = rules.always;
  for (const reading of readings) wake |= reading.wakes(readings);
  return wake;
};

export const compileChecker = (ruleFile: RuleFile): Checker => {
  const { kind } = ruleFile;
  // Compiled for the first lead: most commands ask only what the rule file is called, and while a large file is imported
  // it is the reading thread that checks.
  const compiled = memo(() => {
    const rules = compileRules(ruleFile);
    return { rules, readings: rules.textFields.map((field) => new Reading(field, rules.lexicon)) };
  });
  const occurredFrom = fieldIndex(kind, 'occurred_from');
  const foundOn = fieldIndex(kind, 'found_on');
  const claimed = fieldIndex(kind, 'claimed');
  const needs = ruleFile.transferNeeds.map((need) => ({ ...need, index: fieldIndex(kind, need.field) }));
  const names = ruleFile.situations.map(({ id, number, name }) => ({ id, number, name }));
  const bases = new Map(ruleFile.situations.map(({ id, basis }) => [id, basis]));
  const ofKnownDay = new Map<string, Assessment>();
  const ofAssumedDay = new Map<string, Assessment>();

  const dayOfLaw = (values: readonly Value[]): { lawOf: string | null; lawOfAssumed: boolean } => {
    const occurred = values[occurredFrom];
    if (typeof occurred === 'string') return { lawOf: occurred, lawOfAssumed: false };
    const found = values[foundOn];
    return { lawOf: typeof found === 'string' ? found : null, lawOfAssumed: true };
  };
  const none = (lawOf: string | null, lawOfAssumed: boolean): Assessment => {
    const shared = lawOfAssumed ? ofAssumedDay : ofKnownDay;
    const day = lawOf ?? '';
    let result = shared.get(day);
    if (!result) {
      result = Object.freeze({
        decision: 'none',
        situations: NOTHING,
        lacking: NOTHING,
        claimedUnmet: NOTHING,
        lawOf,
        lawOfAssumed,
      });
      if (shared.size < SHARED_DAYS) shared.set(day, result);
    }
    return result;
  };
  const lackingOf = (values: readonly Value[]): readonly string[] =>
    needs.flatMap(({ field, minLength, index }) => {
      const value = values[index];
      const length = value === null || value === undefined ? 0 : typeof value === 'number' ? 1 : value.length;
      return length < Math.max(minLength, 1) ? [field] : [];
    });

  return {
    id: ruleFile.id,
    situations: names,
    deadlines: ruleFile.deadlines,
    transferNeeds: ruleFile.transferNeeds,
    ready() {
      compiled();
    },
    assess(values) {
      const { rules, readings } = compiled();
      const blankText = loadTexts(readings, values);
      const wake = wokenBy(rules, readings, blankText);
      const { lawOf, lawOfAssumed } = dayOfLaw(values);
      const claims = values[claimed];
      if (wake === 0 && (claims === null || claims === undefined)) return none(lawOf, lawOfAssumed);
      const lead: LeadView = { values, readings, lawOf, blankText };
      const outcomes: SituationOutcome[] = [];
      for (const situation of rules.situations) {
        if ((wake & (situation.certainBit | situation.hintBit)) === 0) continue;
        const outcome = outcomeOf(situation, lead, wake);
        if (outcome) outcomes.push(outcome);
      }
      const met = (id: string): boolean => outcomes.some((one) => one.id === id && one.outcome === 'met');
      const claimedUnmet = typeof claims === 'object' && claims !== null ? claims.filter((id) => !met(id)) : NOTHING;
      if (outcomes.length === 0 && claimedUnmet.length === 0) return none(lawOf, lawOfAssumed);
      const anyMet = outcomes.some((one) => one.outcome === 'met');
      const lacking = anyMet ? lackingOf(values) : NOTHING;
      const decision: Decision = !anyMet ? 'review' : lacking.length > 0 ? 'supplement' : 'transfer';
      return { decision, situations: outcomes, lacking, claimedUnmet, lawOf, lawOfAssumed };
    },
    explain(values) {
      const { rules, readings } = compiled();
      const blankText = loadTexts(readings, values);
      return explainLead(ruleFile, rules, { values, readings, lawOf: dayOfLaw(values).lawOf, blankText });
    },
    basis: (situation, lawOf) => basesOn(bases.get(situation) ?? [], lawOf),
    transferBasis: (on) => basesOn(ruleFile.transferBasis, on),
  };
};
