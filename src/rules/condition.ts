/**
 * Reads one condition of the rule file (`{operator: options, title: …}`) into its parts. Knows only the two keys that
 * every condition may carry besides its operator; which operators there are is for operators/index.ts.
 */
import type { Condition, RulePath } from './model.js';

/** Keys that are not operators. */
const CONDITION_ASIDES: readonly string[] = ['title'];

/** The operator keys of a condition as written; exactly one in a sound file. */
const operatorKeys = (raw: unknown): readonly string[] =>
  typeof raw === 'object' && raw !== null ? Object.keys(raw).filter((key) => !CONDITION_ASIDES.includes(key)) : [];

/** Takes a condition apart. The schema has made sure that it is a mapping with one operator. */
export const readCondition = (raw: unknown, path: RulePath): Condition => {
  const record = typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  const operator = operatorKeys(raw)[0] ?? '';
  const title = record.title;
  return { operator, options: record[operator], title: typeof title === 'string' ? title : null, path };
};

/** The condition as the file would write it. */
export const writeCondition = (condition: Condition): Readonly<Record<string, unknown>> => ({
  [condition.operator]: condition.options,
  ...(condition.title === null ? {} : { title: condition.title }),
});
