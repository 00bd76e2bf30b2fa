/**
 * 移送函的人工步骤: which step may follow which state, and whether one that a person asks for may be taken. Used by the
 * `notice` commands and by imported steps. A state only follows its predecessor; a refusal names the steps that are open.
 * Giving the number is not done here: the ledger does it in the issuing transaction.
 */
import type { Finding } from '../domain/finding.js';
import { NOTICE_STATE_TITLES, type Notice, type NoticeState } from '../domain/notice.js';
import type { NoticeStep, NoticeStepName } from '../domain/notice-step.js';

/** Steps that a person takes; the others follow by themselves from a changed lead (plan.ts). */
export type ManualStep = Extract<
  NoticeStepName,
  'approve' | 'to-drafted' | 'issue' | 'deliver' | 'receive' | 'return' | 'withdraw' | 'cancel' | 'supplement'
>;

export const STEP_TITLES: Readonly<Record<ManualStep, string>> = {
  approve: '审定',
  'to-drafted': '退回拟稿',
  issue: '制发',
  deliver: '送达',
  receive: '签收',
  return: '退回',
  withdraw: '撤回',
  cancel: '取消',
  supplement: '补充移送',
};

/**
 * A commission signs for a letter first and may give it back after its own examination (监察法实施条例: 及时退回移送机关), so
 * 退回 is open after 签收 too. 补充移送 begins a new version and leaves the old one as it is.
 */
const OPEN: Readonly<Record<NoticeState, readonly ManualStep[]>> = {
  drafted: ['approve', 'cancel'],
  approved: ['issue', 'to-drafted', 'cancel'],
  issued: ['deliver', 'supplement', 'withdraw'],
  delivered: ['receive', 'return', 'supplement', 'withdraw'],
  received: ['return', 'supplement', 'withdraw'],
  returned: ['supplement', 'withdraw'],
  withdrawn: ['supplement'],
  cancelled: [],
};

/** Steps that must say why. */
const WHY: ReadonlySet<ManualStep> = new Set(['to-drafted', 'return', 'withdraw', 'cancel']);

/** 待办: the steps that are open in a state, in the order in which a clerk would look for them. */
export const stepsOpen = (state: NoticeState): readonly ManualStep[] => OPEN[state];

export interface StepOptions {
  /** ISO date on which it happened. */
  readonly on: string;
  /** ISO date of the call: nothing happens in the future. */
  readonly today: string;
  readonly why?: string;
  readonly by?: string;
  /** Revision of the lead as it stands: what a supplement tells of. */
  readonly leadRevision?: number;
  /** 主送机关 known by now, for a notice that was drafted without one. */
  readonly receiver?: string | null;
  /** `issue --approve`: the office has signed on paper. */
  readonly approved?: boolean;
}

/** The day of the newest recorded step: nothing may happen before it. */
const lastDay = (notice: Notice): string =>
  notice.receivedOn ?? notice.deliveredOn ?? notice.issuedOn ?? notice.approvedOn ?? notice.draftedOn;

const refusal = (code: string, message: string, hint: string): Finding => ({
  path: '',
  code,
  severity: 'error',
  message,
  hint,
});

export const isRefusal = (result: readonly NoticeStep[] | Finding): result is Finding => 'code' in result;

/**
 * The steps to record for one step asked for (two for `issue` with `approved`, else one), or why it cannot be taken.
 */
export const checkStep = (notice: Notice, step: ManualStep, options: StepOptions): readonly NoticeStep[] | Finding => {
  const of = `线索 ${notice.leadNo} 的移送函`;
  const signedOnPaper = step === 'issue' && options.approved === true && notice.state === 'drafted';
  const open = OPEN[notice.state];
  if (!signedOnPaper && !open.includes(step)) {
    const titles = open.map((each) => STEP_TITLES[each]).join('、');
    return refusal(
      'notice-step-closed',
      `${of}现为“${NOTICE_STATE_TITLES[notice.state]}”，不能${STEP_TITLES[step]}`,
      titles === '' ? '这份移送函已经终止；线索仍应移送的，更新线索后会重新拟稿' : `现在可以办理：${titles}`,
    );
  }
  const why = options.why?.trim() ?? '';
  if (why === '' && WHY.has(step))
    return refusal('notice-why-missing', `${of}${STEP_TITLES[step]}没有写明原因`, '用 --why "原因" 写明');
  if (options.on > options.today)
    return refusal('notice-day-future', `${of}${STEP_TITLES[step]}日期 ${options.on} 在今天之后`, '改为实际发生的日期');
  if (step !== 'supplement' && options.on < lastDay(notice))
    return refusal(
      'notice-day-order',
      `${of}${STEP_TITLES[step]}日期 ${options.on} 早于上一步的 ${lastDay(notice)}`,
      '核对 --on 的日期',
    );
  const receiver = notice.receiver ?? options.receiver ?? null;
  if (step === 'issue' && receiver === null)
    return refusal(
      'notice-receiver-unknown',
      `${of}没有主送机关，不能制发`,
      '在 xingji.yaml 的 receivers 中写明该行政区划的接收机关',
    );
  const { leadNo, version, leadRevision } = notice;
  const base = { leadNo, on: options.on, leadRevision };
  const said = { ...(why === '' ? {} : { why }), ...(options.by === undefined ? {} : { by: options.by }) };
  if (step === 'supplement')
    return [
      { ...base, ...said, step, receiver, version: version + 1, leadRevision: options.leadRevision ?? leadRevision },
    ];
  if (step !== 'issue') return [{ ...base, ...said, step, version }];
  return [
    ...(signedOnPaper ? [{ ...base, ...said, step: 'approve' as const, version }] : []),
    { ...base, ...said, step, version, receiver },
  ];
};
