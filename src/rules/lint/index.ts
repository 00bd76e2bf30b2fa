/**
 * Lint (检查) of a rule file that the schema has accepted: names that do not resolve, conditions that can never or always
 * hold, bases that are missing or not in force, examples and overlap policies left out. One file per subject, listed here.
 */
import type { Finding } from '../../domain/finding.js';
import type { YamlDocument } from '../../formats/yaml-document.js';
import type { RuleFile } from '../model.js';
import { lintBasis } from './basis.js';
import { lintConditions } from './conditions.js';
import { lintIdentities } from './identities.js';
import { nearest } from './nearest.js';
import { lintOverlap } from './overlap.js';
import type { LintReporter } from './reporter.js';
import { lintVocabularies } from './vocabularies.js';

type Lint = (ruleFile: RuleFile, reporter: LintReporter) => void;

const LINTS: readonly Lint[] = [lintIdentities, lintVocabularies, lintConditions, lintBasis, lintOverlap];

/** All lint findings of the file, in the order of the file. */
export const lintRuleFile = (ruleFile: RuleFile, document: YamlDocument, path: string): readonly Finding[] => {
  const findings: Finding[] = [];
  const report: LintReporter['report'] = (code, at, message, hint, severity = 'error') => {
    findings.push({ code, severity, path, ...document.locate(at), message, hint });
  };
  const known: LintReporter['known'] = (what, name, names, at) => {
    if (names.includes(name)) return true;
    const near = nearest(name, names);
    report(
      'rule-unknown-name',
      at,
      `没有名为“${name}”的${what}。`,
      near === null ? `已有的${what}：${names.slice(0, 20).join('、')}。` : `是不是“${near}”？`,
    );
    return false;
  };
  for (const lint of LINTS) lint(ruleFile, { report, known });
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
};
