/** 规则文件的工作 (rule work): lint and examples, before any record is read. */
import type { RuleFileId } from '../domain/assessment.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import { exists, readText } from '../files/index.js';
import { compileChecker, loadRuleFile } from '../rules/index.js';
import { openWorkspace, resolved, type Surroundings } from './workspace.js';

export interface RulesChecked {
  readonly path: string;
  readonly ruleFile: RuleFileId | null;
  readonly findings: readonly Finding[];
}

export const checkRules = (surroundings: Surroundings, typed: string | null): RulesChecked => {
  const workspace = openWorkspace(surroundings);
  const path = typed === null ? workspace.rulesPath : resolved(surroundings.workingFolder, typed);
  if (!exists(path)) throw new Failure(EXIT.badRuleFile, 'rules-missing', `没有规则文件 ${typed ?? path}`, '检查路径');
  const { ruleFile, findings } = loadRuleFile(readText(path), typed ?? path, workspace.lead);
  return { path: typed ?? path, ruleFile: ruleFile === null ? null : compileChecker(ruleFile).id, findings };
};
