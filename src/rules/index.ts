/**
 * The rule room (规则): what the pipeline may call. A rule file's text becomes a RuleFile or findings; a RuleFile becomes
 * a checker, an example run, a coverage, a mutation report, a document for a meeting.
 */
export { type Checker, compileChecker } from './checker.js';
export { type AssessmentChange, compareAssessments, type OverlapMatrix, overlapMatrix } from './compare.js';
export { type ConditionCoverage, type CoverageReport, coverage } from './coverage.js';
export { ruleFileAsDocument } from './document.js';
export { type ExampleResult, type ExampleRun, testExamples } from './examples.js';
export { type LoadedRuleFile, loadRuleFile } from './load.js';
export type { RuleFile, TransferNeed } from './model.js';
export { type MutationReport, mutate, type SurvivingMutant } from './mutate.js';
export { editorSchema } from './schema.js';
