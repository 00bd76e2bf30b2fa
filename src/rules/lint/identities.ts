/** Lint of what identifies things: ids and numbers given twice, dates that are not real, transfer needs and contexts that name nothing, examples that are missing. */
import { fieldsOf } from '../../domain/kind.js';
import type { RuleFile, RulePath } from '../model.js';
import { isRealDate } from '../operators/in-force.js';
import type { LintReporter } from './reporter.js';

const lintTwice = (
  what: string,
  values: readonly (string | number)[],
  path: (i: number) => RulePath,
  { report }: LintReporter,
): void => {
  values.forEach((value, i) => {
    if (values.indexOf(value) < i)
      report('rule-duplicate-id', path(i), `${what}“${value}”用了两次。`, '改成没有用过的。');
  });
};

const lintExamples = (ruleFile: RuleFile, { report, known }: LintReporter): void => {
  const fields = fieldsOf(ruleFile.kind).map((field) => field.id);
  ruleFile.situations.forEach((situation, i) => {
    const has = (expectation: string): boolean => situation.examples.some((one) => one.expectation === expectation);
    if (!situation.open && !(has('match') && has('no-match')))
      report(
        'rule-examples-missing',
        ['situations', i],
        `情形“${situation.name}”缺少${has('match') ? '“必须不符合”' : '“必须符合”'}的例子。`,
        '在 examples 下写出 match 和 no-match 的例子。',
      );
    if (situation.open && (situation.certain || situation.hint))
      report(
        'rule-open-slot',
        ['situations', i],
        `情形“${situation.name}”既留空（open）又写了条件。`,
        '去掉 open，或去掉条件。',
      );
    if (!situation.open && !situation.certain)
      report(
        'rule-condition-missing',
        ['situations', i],
        `情形“${situation.name}”没有认定条件（certain）。`,
        '写上 certain，或注明 open: true。',
      );
    for (const example of situation.examples)
      for (const field of Object.keys(example.lead)) known('字段', field, fields, [...example.path, 'lead', field]);
  });
};

export const lintIdentities = (ruleFile: RuleFile, reporter: LintReporter): void => {
  const { report, known } = reporter;
  lintTwice(
    '情形代号',
    ruleFile.situations.map(({ id }) => id),
    (i) => ['situations', i, 'id'],
    reporter,
  );
  lintTwice(
    '情形序号',
    ruleFile.situations.map(({ number }) => number),
    (i) => ['situations', i, 'number'],
    reporter,
  );
  lintTwice(
    '时限代号',
    ruleFile.deadlines.map(({ id }) => id),
    (i) => ['deadlines', i, 'id'],
    reporter,
  );
  lintTwice(
    '语境代号',
    ruleFile.contexts.map(({ id }) => id),
    (i) => ['contexts', i, 'id'],
    reporter,
  );
  const dates: readonly [string | null, RulePath][] = [
    [ruleFile.effectiveFrom, ['effective', 'from']],
    [ruleFile.effectiveTo, ['effective', 'to']],
    [ruleFile.source.published, ['source', 'published']],
  ];
  for (const [date, path] of dates)
    if (date !== null && !isRealDate(date))
      report('rule-date-not-real', path, `“${date}”不是真实日期。`, '按 年-月-日 写一个真实的日期，如 2024-01-01。');
  const fields = fieldsOf(ruleFile.kind).map((field) => field.id);
  ruleFile.transferNeeds.forEach((need, i) => {
    known('字段', need.field, fields, ['transfer', 'needs', i, 'field']);
  });
  ruleFile.textFields.forEach((field, i) => {
    known('字段', field, fields, ['text', 'fields', i]);
  });
  lintExamples(ruleFile, reporter);
};
