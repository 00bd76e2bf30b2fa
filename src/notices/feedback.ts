/**
 * 反馈时限 of a letter: by when the commission is asked to answer, from the limits of the rule file, in working days. A day that
 * cannot be told stays open in the letter.
 */
import type { Deadline, DeadlineEvent } from '../domain/deadline.js';
import type { WorkingDayCount } from './due.js';

export interface FeedbackLimit {
  readonly workingDays: number;
  /** True where one of the limits it is made of is a default that nobody has verified. */
  readonly unverified: boolean;
}

/**
 * 制发到反馈: the limits from issue to conclusion one after the other (制发→送达→签收→反馈), or the one that spans it; null where
 * the rule file has no such way.
 */
export const feedbackLimit = (deadlines: readonly Deadline[]): FeedbackLimit | null => {
  const way = (from: DeadlineEvent, passed: readonly DeadlineEvent[]): readonly Deadline[] | null => {
    if (from === 'concluded') return [];
    let shortest: readonly Deadline[] | null = null;
    for (const each of deadlines) {
      if (each.start !== from || passed.includes(each.end)) continue;
      const rest = way(each.end, [...passed, from]);
      if (rest !== null && (shortest === null || rest.length + 1 < shortest.length)) shortest = [each, ...rest];
    }
    return shortest;
  };
  const limits = way('issued', []);
  return limits === null
    ? null
    : {
        workingDays: limits.reduce((sum, each) => sum + each.workingDays, 0),
        unverified: limits.some((each) => each.unverified),
      };
};

/** 请于此日前反馈, ISO; null before issue, without a limit, and where a year's calendar is missing. */
export const feedbackDay = (
  issuedOn: string | null,
  limit: FeedbackLimit | null,
  days: WorkingDayCount,
): string | null => {
  if (issuedOn === null || limit === null) return null;
  const end = days.add(issuedOn, limit.workingDays);
  return 'date' in end ? end.date : null;
};
