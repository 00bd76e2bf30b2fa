/**
 * 移送函步骤 (notice steps): one step in the life of a notice, as decided by notices and recorded by the ledger: a change
 * of the notice's row, the superseded row kept, a journal row. Whether a step may follow the present state is decided
 * by notices; the ledger refuses only a step on a version that is not there.
 */

/**
 * draft 拟稿 (first version), redraft 重拟 (the lead changed), cancel 取消, to-drafted 退回拟稿 (an approved one), mark-stale 标记有出入
 * (the letter stays frozen as sent), approve 审定, issue 制发, deliver 送达, receive 签收, return 退回, withdraw 撤回,
 * supplement 补充移送 (a new version beside the frozen one).
 */
export type NoticeStepName =
  | 'draft'
  | 'redraft'
  | 'cancel'
  | 'to-drafted'
  | 'mark-stale'
  | 'approve'
  | 'issue'
  | 'deliver'
  | 'receive'
  | 'return'
  | 'withdraw'
  | 'supplement';

/** 发文序号: the part of 某法治办移〔2024〕1号 that is counted. */
export interface NoticeSerial {
  readonly year: number;
  readonly n: number;
}

/** One step of one version of one lead's notice. */
export interface NoticeStep {
  readonly leadNo: string;
  /** The version stepped; for `draft` and `supplement` the one that begins. */
  readonly version: number;
  readonly step: NoticeStepName;
  /** ISO date on which it happened. */
  readonly on: string;
  /** Revision of the lead that the step was decided on. */
  readonly leadRevision: number;
  readonly receiver?: string | null;
  /** 发文字号 of `issue`, where it was given on paper; numbers of this program are given by the ledger. */
  readonly number?: string;
  /** Beside `number`: raises the year's series, so that no number is given a second time. */
  readonly serial?: NoticeSerial;
  readonly why?: string;
  /** Who approved or signed, where that is somebody else than the operator. */
  readonly by?: string;
}
