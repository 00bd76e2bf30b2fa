/**
 * 移送函 (transfer notices): states and the steps between them. Decided by src/notices as pure functions, recorded by
 * the ledger with a journal row per step.
 */

/** drafted 拟稿 → approved 已审定 → issued 已制发 → delivered 已送达 → received 已签收 | returned 已退回; withdrawn 已撤回, cancelled 已取消. */
export type NoticeState =
  | 'drafted'
  | 'approved'
  | 'issued'
  | 'delivered'
  | 'received'
  | 'returned'
  | 'withdrawn'
  | 'cancelled';

export const NOTICE_STATE_TITLES: Readonly<Record<NoticeState, string>> = {
  drafted: '拟稿',
  approved: '已审定',
  issued: '已制发',
  delivered: '已送达',
  received: '已签收',
  returned: '已退回',
  withdrawn: '已撤回',
  cancelled: '已取消',
};

/** 移送函 of a lead in its present state. One lead may have several versions; the newest is `version`. */
export interface Notice {
  readonly leadNo: string;
  readonly version: number;
  readonly state: NoticeState;
  /** 发文字号, e.g. 某法治办移〔2024〕1号; null before issue. */
  readonly number: string | null;
  readonly draftedOn: string;
  readonly approvedOn: string | null;
  /** Who approved, where that is somebody else than the operator. */
  readonly approvedBy?: string | null;
  readonly issuedOn: string | null;
  readonly deliveredOn: string | null;
  readonly receivedOn: string | null;
  readonly receiver: string | null;
  /** Reason of the last return, withdrawal or cancellation. */
  readonly why: string | null;
  /** Revision of the lead that the letter tells of. */
  readonly leadRevision: number;
  /** True where the lead has changed since the letter went out and the letter stays frozen as sent. */
  readonly stale: boolean;
}
