/**
 * 移送函的自动步骤: what a new or changed lead does to its notice, as steps for the ledger to record in the same transaction.
 * Called with every batch of an import, so it is one pass over plain values. It never approves or issues: that is a
 * person's act. Surprise: a lead with a letter already out (imported past ones too) never drafts; its letter goes stale.
 */
import type { NoticeChange } from '../domain/notice-change.js';
import type { NoticeStep, NoticeStepName } from '../domain/notice-step.js';

export interface PlanContext<Change extends NoticeChange> {
  /** 拟稿日期, ISO. */
  readonly on: string;
  /** 主送机关 by region and level; null where the config names none. */
  readonly receiverOf: (change: Change) => string | null;
}

export interface NoticePlan {
  readonly steps: readonly NoticeStep[];
}

/** 线索变更后不再符合移送条件: why a draft is cancelled. */
const NO_LONGER = '线索变更后不再应移送';
const CHANGED = '线索已变更';

/** DESIGN.md section 5 as a function; null where nothing happens. */
const stepFor = (change: NoticeChange): NoticeStepName | null => {
  const transfer = change.decision === 'transfer';
  const { notice } = change;
  if (notice === null) return transfer ? 'draft' : null;
  // A letter drafted from this very revision needs nothing: the same change planned twice must not act twice.
  const known = notice.leadRevision === change.revision;
  switch (notice.state) {
    case 'drafted':
      return transfer ? (known ? null : 'redraft') : 'cancel';
    case 'approved':
      return transfer ? (known ? null : 'to-drafted') : 'cancel';
    case 'cancelled':
      return transfer ? 'draft' : null;
    case 'returned':
      // 退回后补正: the commission gave it back, the office mended the lead, so the supplement is drafted as a new version.
      return known ? null : transfer ? 'supplement' : notice.stale ? null : 'mark-stale';
    case 'withdrawn':
      // A person took the letter back. A mended lead that must still go drafts a new one; the dead number stays dead.
      return transfer && !known ? 'supplement' : null;
    case 'issued':
    case 'delivered':
    case 'received':
      return known || notice.stale ? null : 'mark-stale';
  }
};

/** The steps that follow from changed leads, in their order; leads for which nothing happens are left out. */
export const planNotices = <Change extends NoticeChange>(
  changes: readonly Change[],
  context: PlanContext<Change>,
): NoticePlan => {
  const steps: NoticeStep[] = [];
  for (const change of changes) {
    const step = stepFor(change);
    if (step === null) continue;
    const version = change.notice?.version ?? 0;
    const base = { leadNo: change.key, step, on: context.on, leadRevision: change.revision };
    switch (step) {
      case 'draft':
      case 'supplement':
        steps.push({ ...base, version: version + 1, receiver: context.receiverOf(change) });
        break;
      case 'redraft':
      case 'to-drafted':
        // Region and level may have changed, and with them the commission that receives.
        steps.push({ ...base, version, receiver: context.receiverOf(change), why: CHANGED });
        break;
      case 'cancel':
        steps.push({ ...base, version, why: NO_LONGER });
        break;
      default:
        // The letter out there tells of the revision it was written from: a frozen letter keeps that revision.
        steps.push({ ...base, version, leadRevision: change.notice?.leadRevision ?? change.revision, why: CHANGED });
    }
  }
  return { steps };
};
