/** 说明 (explain): a recorded lead checked again by the rule file in force, as a tree, beside what the ledger has stored. */
import type { Decision, RuleFileId } from '../domain/assessment.js';
import type { SituationExplanation } from '../domain/explanation.js';
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import { requireLead } from './find-lead.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

/** What `explain` answers; the JSON of CLI.md with its additions. */
export interface LeadExplained {
  readonly leadNo: string;
  readonly decision: Decision;
  readonly machineDecision: Decision;
  readonly judgement: {
    readonly decision: string;
    readonly situation: string | null;
    readonly basis: string;
    readonly operator: string;
    readonly at: string;
  } | null;
  readonly lawOf: string | null;
  readonly lawOfAssumed: boolean;
  readonly lacking: readonly string[];
  readonly claimedUnmet: readonly string[];
  readonly ruleFile: RuleFileId;
  /** The rule file that the stored decision rests on, where it is another one. */
  readonly decidedBy: RuleFileId | null;
  readonly source: {
    readonly path: string;
    readonly line: number;
    readonly record: number;
    readonly row: number;
    readonly cells: Readonly<Record<string, string>>;
  };
  readonly fieldTitles: Readonly<Record<string, string>>;
  readonly situations: readonly (SituationExplanation & { readonly conditions: SituationExplanation['certain'] })[];
}

/** The situation that a person names by number, Chinese name or id. */
export const situationNamed = (workspace: Workspace, typed: string): string => {
  const { situations } = workspace.rules().checker;
  const found = situations.find(
    (each) => each.id === typed || each.name === typed || String(each.number) === typed.trim(),
  );
  if (found) return found.id;
  const near = nearest(
    typed,
    situations.flatMap((each) => [each.id, each.name]),
  );
  throw new Failure(
    EXIT.usage,
    'situation-unknown',
    `没有情形“${typed}”`,
    `${near ? `是否指“${near}”？` : ''}可用：${situations.map((each) => `${each.number} ${each.name}`).join('；')}`,
  );
};

export const explainLead = (surroundings: Surroundings, leadNo: string, whyNot: string | null): LeadExplained => {
  const workspace = openWorkspace(surroundings);
  const { checker } = workspace.rules();
  const only = whyNot === null ? null : situationNamed(workspace, whyNot);
  const ledger = workspace.open('read');
  try {
    const stored = requireLead(ledger, leadNo);
    const explanation = checker.explain(stored.values);
    const assessment = checker.assess(stored.values);
    const sameRules = stored.ruleFile === null || stored.ruleFile.sha256 === checker.id.sha256;
    return {
      leadNo,
      decision: stored.decision,
      machineDecision: assessment.decision,
      judgement: stored.judgement,
      lawOf: assessment.lawOf,
      lawOfAssumed: assessment.lawOfAssumed,
      lacking: assessment.lacking,
      claimedUnmet: assessment.claimedUnmet,
      ruleFile: checker.id,
      decidedBy: sameRules ? null : stored.ruleFile,
      source: stored.source,
      fieldTitles: Object.fromEntries(workspace.lead.fields.map((field) => [field.id, field.title])),
      situations: explanation.situations
        .filter((situation) => only === null || situation.id === only)
        .map((situation) => ({ ...situation, conditions: situation.certain })),
    };
  } finally {
    ledger.close();
  }
};
