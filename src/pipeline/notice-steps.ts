/**
 * 移送函的步骤 (life cycle): a step asked for, checked against each notice's state and recorded, all in one transaction that holds
 * the write lock from the first reading, so that two processes that issue at once give different, gapless numbers.
 */

import { EXIT, Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import type { NoticeStep } from '../domain/notice-step.js';
import type { Ledger, Run } from '../ledger/index.js';
import { checkStep, formatNumber, isRefusal, type ManualStep, STEP_TITLES, stepsOpen } from '../notices/index.js';
import { requireLead } from './find-lead.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

export interface StepRequest {
  readonly step: ManualStep;
  readonly leadNos: readonly string[];
  /** Every notice for which the step is open. */
  readonly all: boolean;
  /** ISO date; today where null. */
  readonly on: string | null;
  readonly why: string | null;
  readonly by: string | null;
  /** `issue --approve`: signed on paper, both steps at once. */
  readonly approved: boolean;
  readonly dryRun: boolean;
}

export interface StepsTaken {
  readonly step: ManualStep;
  readonly title: string;
  readonly dryRun: boolean;
  readonly notices: readonly Notice[];
  readonly refused: readonly Finding[];
}

export const takeSteps = (surroundings: Surroundings, request: StepRequest): StepsTaken => {
  const workspace = openWorkspace(surroundings);
  const { step, dryRun } = request;
  if (request.all === request.leadNos.length > 0)
    throw new Failure(
      EXIT.usage,
      'notices-asked',
      request.all ? '--all 和线索编号只能写一样' : '要写明哪些线索',
      '写线索编号，或用 --all',
    );
  const numberOf = step === 'issue' ? numbering(workspace, request) : null;
  const ledger = workspace.open('change');
  try {
    const run = ledger.begin({ command: `notice ${step}`, dryRun });
    run.start();
    try {
      const asked = request.all ? openFor(ledger, request) : request.leadNos.map((leadNo) => noticeOf(ledger, leadNo));
      const refused: Finding[] = [];
      const taken: Notice[] = [];
      for (const notice of asked) {
        const steps = checked(notice, request, workspace, ledger);
        if (isRefusal(steps)) refused.push({ ...steps, path: notice.leadNo });
        else {
          run.recordNoticeSteps(numberOf === null ? steps : steps.map((each) => numberOf(each, notice, run)));
          taken.push(ledger.lead(notice.leadNo)?.notice ?? notice);
        }
      }
      run.end();
      return { step, title: STEP_TITLES[step], dryRun, notices: taken, refused };
    } catch (thrown) {
      run.rollback();
      throw thrown;
    }
  } finally {
    ledger.close();
  }
};

const noticeOf = (ledger: Ledger, leadNo: string): Notice => {
  const { notice } = requireLead(ledger, leadNo);
  if (notice) return notice;
  throw new Failure(EXIT.usage, 'notice-none', `线索“${leadNo}”没有移送函`, `用 xingji explain ${leadNo} 看结论的理由`);
};

const openFor = (ledger: Ledger, { step, approved }: StepRequest): readonly Notice[] => {
  const open = (state: NoticeState): boolean => stepsOpen(state).includes(step) || (approved && state === 'drafted');
  return ledger.notices({}).filter((notice) => open(notice.state));
};

const checked = (
  notice: Notice,
  request: StepRequest,
  workspace: Workspace,
  ledger: Ledger,
): readonly NoticeStep[] | Finding => {
  const lead = requireLead(ledger, notice.leadNo);
  return checkStep(notice, request.step, {
    on: request.on ?? workspace.today,
    today: workspace.today,
    ...(request.why === null ? {} : { why: request.why }),
    ...(request.by === null ? {} : { by: request.by }),
    leadRevision: lead.revision,
    receiver: workspace.receiverOf(lead),
    approved: request.approved,
  });
};

/** 编号 in the issuing transaction; an office without 机关代字 cannot issue, and is told what to write. */
const numbering = (
  { config, today }: Workspace,
  request: StepRequest,
): ((step: NoticeStep, notice: Notice, run: Run) => NoticeStep) => {
  const prefix = config.office.numberPrefix;
  if (prefix === null)
    throw new Failure(
      EXIT.usage,
      'office-not-configured',
      '没有配置单位名称和机关代字，不能制发移送函',
      '运行 xingji init 生成 xingji.yaml，在 office 下写明 name、region 和 numberPrefix（如 某法治办移），在 receivers 下写明接收机关',
    );
  const year = Number((request.on ?? today).slice(0, 4));
  return (step, _notice, run) => {
    if (step.step !== 'issue') return step;
    const n = run.nextSerial(prefix, year, config.numbering.startAt[String(year)] ?? 1);
    return { ...step, number: formatNumber(prefix, year, n), serial: { year, n } };
  };
};
