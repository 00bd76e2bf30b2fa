/**
 * 线索变动 (what happened to a lead) as notices need it: the least that decides what becomes of its letter. The ledger's
 * own record of a change has more and fits this shape.
 */
import type { Decision } from './assessment.js';
import type { Notice } from './notice.js';

export interface NoticeChange {
  /** 线索编号. */
  readonly key: string;
  /** Revision of the lead after the change. */
  readonly revision: number;
  /** 结论 after the change, a person's judgement included. */
  readonly decision: Decision;
  /** The newest notice of the lead before the change; null where it has none. */
  readonly notice: Notice | null;
}
