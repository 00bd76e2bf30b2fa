/**
 * Lint of legal bases (法律依据): a situation without one, periods that end before they begin, an old and a new article
 * that leave a gap or overlap, and bases of which none is in force on the day the file takes effect.
 */
import type { LegalBasis } from '../../domain/assessment.js';
import { addDays } from '../../domain/calendar.js';
import { isInForce } from '../basis.js';
import type { RuleFile, RulePath } from '../model.js';
import { isRealDate } from '../operators/in-force.js';
import type { LintReporter } from './reporter.js';

const lintPeriods = (bases: readonly LegalBasis[], path: RulePath, { report }: LintReporter): void => {
  bases.forEach((basis, i) => {
    for (const key of ['from', 'to'] as const) {
      const date = basis[key];
      if (date !== undefined && !isRealDate(date))
        report('rule-date-not-real', [...path, i, key], `“${date}”不是真实日期。`, '按 年-月-日 写一个真实的日期。');
    }
    if (basis.from !== undefined && basis.to !== undefined && basis.from > basis.to)
      report(
        'rule-basis-period',
        [...path, i],
        `《${basis.statute}》${basis.article}的施行期间起止颠倒。`,
        '核对 from 和 to。',
      );
    if (basis.from === undefined && basis.unverified !== true)
      report(
        'rule-basis-undated',
        [...path, i],
        `《${basis.statute}》${basis.article}没有写施行日期，也没有注明待核实。`,
        '写上 from，或注明 unverified: true。',
        'warning',
      );
    const next = bases.find(
      (other) =>
        other.statute === basis.statute && basis.to !== undefined && other.from !== undefined && other.from > basis.to,
    );
    if (next?.from !== undefined && basis.to !== undefined && addDays(basis.to, 1) !== next.from)
      report(
        'rule-basis-gap',
        [...path, i],
        `《${basis.statute}》新旧条文之间有空档：${basis.to} 之后、${next.from} 之前。`,
        '让旧条文的 to 紧接新条文的 from。',
        'warning',
      );
  });
};

export const lintBasis = (ruleFile: RuleFile, reporter: LintReporter): void => {
  const check = (bases: readonly LegalBasis[], path: RulePath, what: string): void => {
    lintPeriods(bases, path, reporter);
    if (
      bases.length > 0 &&
      !bases.some(
        (basis) => isInForce(basis, ruleFile.effectiveFrom) || isInForce(basis, ruleFile.effectiveTo ?? '9999-12-31'),
      )
    )
      reporter.report(
        'rule-basis-not-in-force',
        path,
        `${what}的法律依据在本文件适用期间都不施行。`,
        '补充现行条文，或核对施行日期。',
      );
  };
  ruleFile.situations.forEach((situation, i) => {
    const path: RulePath = ['situations', i, 'basis'];
    if (situation.basis.length === 0 && !situation.open)
      reporter.report(
        'rule-basis-missing',
        path,
        `情形“${situation.name}”没有法律依据。`,
        '在 basis 下写明法律名称和条款。',
      );
    check(situation.basis, path, `情形“${situation.name}”`);
  });
  check(ruleFile.transferBasis, ['transfer', 'basis'], '移送');
};
