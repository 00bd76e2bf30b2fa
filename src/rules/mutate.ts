/**
 * Mutation testing of the rule file (变异): changes one operator, phrase list or threshold at a time and asks whether any
 * example notices. A change that no example kills shows where an example is missing. The phrases are compiled once; a
 * mutant is a few closures, so thousands cost seconds.
 */
import { compileRules } from './compile.js';
import { writeCondition } from './condition.js';
import { exampleValues, fulfils } from './examples.js';
import { conditionTree } from './lists.js';
import type { Condition, RuleExample, RuleFile, RulePath } from './model.js';
import { operatorNamed } from './operators/index.js';
import type { CompiledCondition, LeadView } from './operators/operator.js';
import { outcomeOf } from './outcome.js';
import { loadTexts, Reading } from './text/reading.js';

export interface SurvivingMutant {
  readonly situation: string;
  readonly path: RulePath;
  /** Chinese: what was changed. */
  readonly title: string;
}

export interface MutationReport {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly SurvivingMutant[];
}

/** A copy of `value` with the part at `path` replaced. */
const replaceAt = (value: unknown, path: RulePath, part: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaceAt(item, rest, part) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === key ? replaceAt(v, rest, part) : v]));
};

/** The condition with one inner condition's options exchanged. */
const mutant = (root: Condition, part: Condition, options: unknown): Condition => {
  const raw = replaceAt(writeCondition(root), [...part.path.slice(root.path.length), part.operator], options);
  return { ...root, options: (raw as Readonly<Record<string, unknown>>)[root.operator] }; // same shape as writeCondition made
};

/** 变异检验. */
export const mutate = (ruleFile: RuleFile): MutationReport => {
  const rules = compileRules(ruleFile);
  const readings = rules.textFields.map((field) => new Reading(field, rules.lexicon));
  const open = (example: RuleExample): LeadView => {
    const values = exampleValues(ruleFile, example);
    return { values, readings, lawOf: '2024-06-03', blankText: loadTexts(readings, values) };
  };
  const survivors: SurvivingMutant[] = [];
  let mutants = 0;
  ruleFile.situations.forEach((situation, i) => {
    const compiled = rules.situations[i];
    if (!compiled) return;
    const noticed = (certain: CompiledCondition | null, hint: CompiledCondition | null): boolean =>
      situation.examples.some((example) => {
        const lead = open(example);
        const verdict = outcomeOf({ ...compiled, certain, hint }, lead)?.outcome ?? 'not-met';
        const before = outcomeOf(compiled, lead)?.outcome ?? 'not-met';
        return fulfils(example.expectation, before) !== fulfils(example.expectation, verdict) || before !== verdict;
      });
    for (const side of ['certain', 'hint'] as const) {
      const root = situation[side];
      if (!root) continue;
      for (const part of conditionTree(root)) {
        for (const { title, options } of operatorNamed(part.operator).mutate(part.options, ruleFile.scales)) {
          mutants++;
          const changed = rules.compile(mutant(root, part, options));
          const killed = side === 'certain' ? noticed(changed, compiled.hint) : noticed(compiled.certain, changed);
          if (!killed)
            survivors.push({
              situation: situation.id,
              path: part.path,
              title: `${part.title ?? part.operator}：${title}`,
            });
        }
      }
    }
  });
  return { mutants, killed: mutants - survivors.length, survivors };
};
