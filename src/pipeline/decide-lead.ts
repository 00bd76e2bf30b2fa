/**
 * 人工研判 (decide): a person's judgement on a lead, journalled with its basis, and what follows for the notice. A transfer
 * names a situation; the open seventh can only be met this way (ARTICLE.txt names six and leaves the seventh unsaid).
 */
import type { Decision, Judgement } from '../domain/assessment.js';
import { EXIT, Failure } from '../domain/failure.js';
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import { planNotices } from '../notices/index.js';
import { situationNamed } from './explain-lead.js';
import { requireLead } from './find-lead.js';
import { openWorkspace, type Surroundings } from './workspace.js';

export interface JudgementRequest {
  readonly leadNo: string;
  readonly decision: Judgement['decision'] | null;
  readonly situation: string | null;
  readonly basis: string | null;
}

export interface JudgementOutcome {
  readonly leadNo: string;
  readonly decision: Decision;
  readonly previousDecision: Decision;
  readonly machineDecision: Decision;
  readonly situation: string | null;
  /** What became of the notice, in Chinese; null where nothing changed. */
  readonly notice: string | null;
}

const missing = (what: string, hint: string): Failure =>
  new Failure(EXIT.usage, 'judgement-incomplete', `人工研判缺少${what}`, hint);

export const decideLead = (surroundings: Surroundings, request: JudgementRequest): JudgementOutcome => {
  const { leadNo, decision } = request;
  if (decision === null) throw missing('结论', '用 --decision transfer、supplement 或 none 写明');
  const basis = request.basis?.trim() ?? '';
  if (basis === '') throw missing('依据', '用 --basis 写明研判依据，例如会议纪要、事实和条款');
  const workspace = openWorkspace(surroundings);
  const situation = request.situation === null ? null : situationNamed(workspace, request.situation);
  if (decision === 'transfer' && situation === null)
    throw missing('情形', '应移送时用 --situation 写明符合哪一种情形（序号、名称或标识）');
  const ledger = workspace.open('change');
  try {
    const before = requireLead(ledger, leadNo);
    const run = ledger.begin({ command: 'decide', ruleFile: workspace.rules().record });
    const change = run.decide(leadNo, {
      decision,
      situation,
      basis,
      operator: surroundings.operator,
      at: surroundings.now,
    });
    const { steps } = planNotices([change], { on: workspace.today, receiverOf: workspace.receiverOf });
    run.recordNoticeSteps(steps);
    run.end();
    const after = ledger.lead(leadNo);
    const state = steps.length > 0 ? after?.notice?.state : undefined;
    return {
      leadNo,
      decision,
      previousDecision: before.decision,
      machineDecision: before.machineDecision,
      situation,
      notice: state ? NOTICE_STATE_TITLES[state] : null,
    };
  } finally {
    ledger.close();
  }
};
