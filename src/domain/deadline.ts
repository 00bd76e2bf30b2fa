/**
 * 办理时限 (deadlines): how many working days a step may take, declared in the rule file with its source. The mechanism
 * itself only says 第一时间, so a number that comes from elsewhere is `unverified` and is shown as such.
 */

/** Events of a lead and its notice between which days are counted. */
export type DeadlineEvent =
  | 'found'
  | 'received'
  | 'drafted'
  | 'approved'
  | 'issued'
  | 'delivered'
  | 'accepted'
  | 'returned'
  | 'disposed'
  | 'concluded';

export interface Deadline {
  readonly id: string;
  /** Chinese, e.g. 发现线索到制发移送函. */
  readonly title: string;
  readonly start: DeadlineEvent;
  readonly end: DeadlineEvent;
  /** 工作日. */
  readonly workingDays: number;
  readonly source: string;
  readonly unverified: boolean;
}
