/**
 * What every lint of the rule file reports through: a finding at a path of the file, and the check of a name against the
 * known ones with the nearest of them as a hint. Made in index.ts, which knows the file's places.
 */
import type { Severity } from '../../domain/finding.js';
import type { RulePath } from '../model.js';

/** What a lint reports through. */
export interface LintReporter {
  report(code: string, path: RulePath, message: string, hint: string, severity?: Severity): void;
  known(what: string, name: string, names: readonly string[], path: RulePath): boolean;
}
