/** 作废 (void): a record stays in the ledger with the reason and leaves the counts; a voided lead takes its notice along. */
import { EXIT, Failure } from '../domain/failure.js';
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import { planNotices } from '../notices/index.js';
import { openWorkspace, type Surroundings } from './workspace.js';

export interface VoidOutcome {
  readonly kind: string;
  readonly title: string;
  readonly key: string;
  readonly why: string;
  readonly notice: string | null;
}

export const voidRecord = (
  surroundings: Surroundings,
  kindId: string,
  key: string,
  why: string | null,
): VoidOutcome => {
  const reason = why?.trim() ?? '';
  if (reason === '') throw new Failure(EXIT.usage, 'void-why', '作废要写明原因', '用 --why "原因" 写明');
  const workspace = openWorkspace(surroundings);
  const kind = workspace.kindNamed(kindId);
  const ledger = workspace.open('change');
  try {
    const run = ledger.begin({ command: 'record void' });
    const change = run.void(kind.id, key, reason);
    const steps =
      change === null ? [] : planNotices([change], { on: workspace.today, receiverOf: workspace.receiverOf }).steps;
    run.recordNoticeSteps(steps);
    run.end();
    const state = steps.length > 0 ? ledger.lead(key)?.notice?.state : undefined;
    return { kind: kind.id, title: kind.title, key, why: reason, notice: state ? NOTICE_STATE_TITLES[state] : null };
  } finally {
    ledger.close();
  }
};
