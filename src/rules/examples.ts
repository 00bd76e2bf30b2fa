/**
 * Runs the examples inside the rule file (例子): what must match, must not match, and known misses. An example is a lead
 * with only the fields the author wrote; the rest is what every lead has, so that a transfer would lack nothing.
 */
import type { Outcome } from '../domain/assessment.js';
import { fieldsOf, type Value } from '../domain/kind.js';
import type { Checker } from './checker.js';
import type { ExampleExpectation, RuleExample, RuleFile, RulePath } from './model.js';

export interface ExampleResult {
  readonly situation: string;
  readonly name: string;
  readonly expectation: ExampleExpectation;
  readonly outcome: Outcome;
  /** A known miss passes while it is missed, a known excess while it is met; once that is over, the author should move it. */
  readonly passed: boolean;
  readonly path: RulePath;
  readonly summary: string;
  readonly note: string | null;
}

export interface ExampleRun {
  readonly passed: number;
  readonly failed: number;
  /** Known misses that are still missed, and known excesses that are still met. */
  readonly knownMisses: number;
  readonly knownExcesses: number;
  readonly results: readonly ExampleResult[];
}

const DEFAULTS: Readonly<Record<string, Value>> = {
  lead_no: '例',
  source_channel: '其他',
  found_on: '2024-06-03',
  agency: '某县某局',
  evidence: '相关材料',
};

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  value === null ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** The values of an example in field order. Values of a type no field can hold count as blank. */
export const exampleValues = (ruleFile: RuleFile, example: RuleExample): readonly Value[] =>
  fieldsOf(ruleFile.kind).map(({ id }) => {
    const written = Object.hasOwn(example.lead, id) ? example.lead[id] : DEFAULTS[id];
    return isValue(written) ? written : null;
  });

/** Whether an outcome is what the author expects. Hinted and undetermined are not a match: a person would decide. */
export const fulfils = (expectation: ExampleExpectation, outcome: Outcome): boolean =>
  (expectation === 'match' || expectation === 'known-excess') === (outcome === 'met');

/** 跑例子. */
export const testExamples = (ruleFile: RuleFile, checker: Checker): ExampleRun => {
  const results = ruleFile.situations.flatMap((situation) =>
    situation.examples.map((example): ExampleResult => {
      const { situations } = checker.assess(exampleValues(ruleFile, example));
      const outcome = situations.find(({ id }) => id === situation.id)?.outcome ?? 'not-met';
      return {
        situation: situation.id,
        name: situation.name,
        expectation: example.expectation,
        outcome,
        passed: fulfils(example.expectation, outcome),
        path: example.path,
        summary: String(example.lead.summary ?? ''),
        note: example.note,
      };
    }),
  );
  const failed = results.filter(({ passed }) => !passed).length;
  const standing = (known: ExampleExpectation): number =>
    results.filter(({ expectation, passed }) => expectation === known && passed).length;
  return {
    passed: results.length - failed,
    failed,
    knownMisses: standing('known-miss'),
    knownExcesses: standing('known-excess'),
    results,
  };
};
