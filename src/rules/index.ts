/**
 * The rule room (规则): what the pipeline may call. A rule file's text becomes a RuleFile or findings; a RuleFile becomes
 * a checker, an example run, a coverage, a mutation report, a document for a meeting.
 */
export { type Checker, compileChecker } from './checker.js';
export { type LoadedRuleFile, loadRuleFile } from './load.js';
export type { RuleFile, TransferNeed } from './model.js';
export { editorSchema } from './schema.js';
