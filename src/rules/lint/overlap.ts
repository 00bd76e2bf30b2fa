/** Lint of the overlap policies (并存口径): every pair of situations with conditions has exactly one, naming known situations. */
import type { RuleFile } from '../model.js';
import type { LintReporter } from './reporter.js';

export const lintOverlap = (ruleFile: RuleFile, { report, known }: LintReporter): void => {
  const ids = ruleFile.situations.map(({ id }) => id);
  const seen = new Set<string>();
  ruleFile.overlap.forEach(({ pair }, i) => {
    pair.forEach((id, n) => {
      known('情形', id, ids, ['overlap', i, 'pair', n]);
    });
    const key = [...pair].sort().join(' ');
    if (seen.has(key))
      report('rule-overlap-repeated', ['overlap', i], `“${pair.join('”与“')}”的并存口径写了两次。`, '删去一处。');
    seen.add(key);
  });
  const named = ruleFile.situations.filter(({ open }) => !open);
  named.forEach((a, i) => {
    for (const b of named.slice(i + 1))
      if (!seen.has([a.id, b.id].sort().join(' ')))
        report(
          'rule-overlap-undeclared',
          ['overlap'],
          `“${a.name}”与“${b.name}”可能同时符合，但没有写明口径。`,
          `在 overlap 下加上 {pair: [${a.id}, ${b.id}], policy: both, reason: …}。`,
        );
  });
};
