/** Which named phrase lists (词表) the conditions of a rule file use, itself or through a list written in place. */
import type { Condition, RuleFile } from './model.js';
import { operatorNamed } from './operators/index.js';

/** A condition and all conditions inside it. */
export const conditionTree = (condition: Condition): readonly Condition[] => [
  condition,
  ...operatorNamed(condition.operator)
    .children(condition.options, [...condition.path, condition.operator])
    .flatMap(conditionTree),
];

/** Top conditions of all situations. */
const conditionsOf = (ruleFile: RuleFile): readonly Condition[] =>
  ruleFile.situations.flatMap(({ certain, hint }) => [certain, hint].filter((one): one is Condition => one !== null));

const TEXT_KEYS = new Set(['says', 'together', 'list', 'lists', 'earlier', 'later']);

/** Every text under a key that takes list names. A list written in place has more phrases than names, and is left out. */
const namesIn = (value: unknown, known: ReadonlySet<string>): readonly string[] => {
  if (typeof value === 'string') return known.has(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, known));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' || TEXT_KEYS.has(key) ? namesIn(inner, known) : [],
    );
  return [];
};

export const namedLists = (ruleFile: RuleFile): ReadonlySet<string> => {
  const known = new Set(ruleFile.vocabularies.keys());
  return new Set(
    conditionsOf(ruleFile).flatMap((condition) => namesIn({ [condition.operator]: condition.options }, known)),
  );
};
