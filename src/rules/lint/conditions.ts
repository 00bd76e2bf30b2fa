/**
 * Lint of the conditions: each operator checks its own options; here is what concerns a condition as such: parts that
 * repeat or contradict each other, and fields compared with two values at once. One operator each: schema.ts.
 */
import { fieldsOf } from '../../domain/kind.js';
import { conditionTree } from '../lists.js';
import type { Condition, RuleFile } from '../model.js';
import { operatorNamed } from '../operators/index.js';
import type { LintWorld } from '../operators/operator.js';
import type { LintReporter } from './reporter.js';

/** `all` of two different `is` on one single-valued field can never hold. */
const contradiction = (parts: readonly Condition[], lists: ReadonlySet<string>): Condition | null => {
  const seen = new Map<string, unknown>();
  for (const part of parts) {
    if (part.operator !== 'is') continue;
    const { field, value } = part.options as { field: string; value: unknown }; // accepted by the schema of `is`
    if (lists.has(field)) continue;
    if (seen.has(field) && seen.get(field) !== value) return part;
    seen.set(field, value);
  }
  return null;
};

const lintParts = (
  condition: Condition,
  parts: readonly Condition[],
  lists: ReadonlySet<string>,
  reporter: LintReporter,
): void => {
  const written = parts.map((part) => JSON.stringify([part.operator, part.options]));
  parts.forEach((part, i) => {
    if (written.indexOf(written[i] ?? '') < i)
      reporter.report(
        'rule-condition-repeated',
        part.path,
        '这一条件与前面的某项完全相同。',
        '删去其中一项。',
        'warning',
      );
    const opposite = parts.some(
      (other) =>
        other.operator === 'not' && JSON.stringify(other.options) === JSON.stringify({ [part.operator]: part.options }),
    );
    if (opposite)
      reporter.report(
        'rule-condition-constant',
        part.path,
        condition.operator === 'all'
          ? '同一条件既要成立又要不成立，永远不会满足。'
          : '同一条件成立或不成立都算，永远满足。',
        '删去其中一项。',
      );
  });
  const clash = condition.operator === 'all' ? contradiction(parts, lists) : null;
  if (clash)
    reporter.report(
      'rule-condition-unreachable',
      clash.path,
      '同一字段不能同时等于两个值，这一条件永远不会成立。',
      '改用 in，或删去其中一项。',
    );
};

/** Situations that a condition names by `meets`. */
const namedBy = (condition: Condition | null): readonly { id: string; part: Condition }[] =>
  (condition ? conditionTree(condition) : [])
    .filter(({ operator }) => operator === 'meets')
    .flatMap((part) => (part.options as readonly string[]).map((id) => ({ id, part }))); // accepted by the schema of `meets`

/** A situation that looks at another's outcome is not looked at itself, so no circle can arise. */
const lintNaming = (ruleFile: RuleFile, reporter: LintReporter): void => {
  const naming = new Set(ruleFile.situations.filter(({ certain }) => namedBy(certain).length > 0).map(({ id }) => id));
  for (const { id: own, certain, hint } of ruleFile.situations)
    for (const { id, part } of [...namedBy(certain), ...namedBy(hint)])
      if (id === own || naming.has(id))
        reporter.report(
          'rule-situation-circle',
          part.path,
          `情形“${id}”自己也要看别的情形，不能再引用它。`,
          '只引用条件里没有 meets 的情形。',
        );
};

export const lintConditions = (ruleFile: RuleFile, reporter: LintReporter): void => {
  const fields = fieldsOf(ruleFile.kind);
  const lists = new Set(fields.filter(({ type }) => type === 'list' || type === 'situations').map(({ id }) => id));
  const names = [...ruleFile.vocabularies.keys()];
  const world: LintWorld = {
    fields,
    contextIds: ruleFile.contexts.map(({ id }) => id),
    vocabularyNames: names,
    scales: ruleFile.scales,
    situationIds: ruleFile.situations.map(({ id }) => id),
    phrases: (list) => (typeof list === 'string' ? (ruleFile.vocabularies.get(list)?.phrases ?? null) : list),
    ...reporter,
  };
  lintNaming(ruleFile, reporter);
  for (const situation of ruleFile.situations) {
    for (const condition of [situation.certain, situation.hint]) {
      if (!condition) continue;
      for (const part of conditionTree(condition)) {
        const operator = operatorNamed(part.operator);
        const at = [...part.path, part.operator];
        operator.lint(part.options, at, world);
        lintParts(part, operator.children(part.options, at), lists, reporter);
      }
    }
  }
};
