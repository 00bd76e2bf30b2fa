/**
 * Lint of the phrase lists (词表): names that do not resolve, phrases that can never make a difference because a shorter
 * one of the same list is part of them, lists that nothing uses, and more phrases than the machine can hold.
 */
import { namedLists } from '../lists.js';
import type { RuleFile, RulePath } from '../model.js';
import { MAX_STATES } from '../text/automaton.js';
import { statesFor } from '../text/trie.js';
import type { LintReporter } from './reporter.js';

export const lintVocabularies = (ruleFile: RuleFile, { report, known }: LintReporter): void => {
  const names = [...ruleFile.vocabularies.keys()];
  const { actors, contexts } = ruleFile;
  const references: [string, RulePath][] = [
    [actors.official, ['actors', 'official']],
    [actors.outsider, ['actors', 'outsider']],
    [actors.objectMarks, ['actors', 'object-marks']],
    [actors.aside, ['actors', 'aside']],
  ];
  contexts.forEach((context, i) => {
    context.scale?.lists.forEach(({ list }, n) => {
      if (typeof list === 'string') references.push([list, ['contexts', i, 'weigh', 'of', n, 'list']]);
    });
    context.marks.forEach((mark, n) => {
      references.push([mark.list, ['contexts', i, 'marks', n, 'list']]);
    });
  });
  // In a list that is weighed each phrase counts, also one inside another.
  const weighed = new Set<string>();
  const weighedInPlace: string[] = [];
  for (const { name, lists } of ruleFile.scales.values())
    for (const { list } of lists)
      if (typeof list === 'string') {
        references.push([list, ['scales', name, 'lists', list]]);
        weighed.add(list);
      } else weighedInPlace.push(...list);
  for (const [name, path] of references) known('词表', name, names, path);
  const used = new Set([...references.map(([name]) => name), ...namedLists(ruleFile)]);
  for (const { name, phrases } of ruleFile.vocabularies.values()) {
    if (!used.has(name))
      report(
        'rule-list-unused',
        ['vocabularies', name],
        `词表“${name}”没有被用到。`,
        '删去，或在条件中使用。',
        'notice',
      );
    for (const phrase of weighed.has(name) ? [] : phrases) {
      const inner = phrases.find((other) => other !== phrase && phrase.includes(other));
      if (inner !== undefined)
        report(
          'rule-phrase-swallowed',
          ['vocabularies', name],
          `词表“${name}”里已有“${inner}”，“${phrase}”不起作用。`,
          '删去较长的短语，或把较短的写得更具体。',
          'notice',
        );
    }
  }
  const states = statesFor([
    ...[...ruleFile.vocabularies.values()].flatMap(({ phrases }) => phrases),
    ...weighedInPlace,
  ]);
  if (states > MAX_STATES)
    report(
      'rule-too-many-phrases',
      ['vocabularies'],
      `短语太多：开头相同的只算一次，仍有 ${states} 字，超出 ${MAX_STATES} 字。`,
      '精简词表。',
    );
};
