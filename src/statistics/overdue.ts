/**
 * 逾期 (overdue): a matter is overdue when its deadline has passed on the day the report looks from and it is not done. The
 * day is that of `--as-of` where given, because what was overdue then is a fact of that day.
 */
import { daysBetween } from './days.js';
import type { StatisticsContext } from './table.js';

/** 已完成 in the list progress_states of data/choices.csv. */
export const DONE = '已完成';

/** The day from which a report looks at deadlines. */
export const referenceDay = (context: StatisticsContext): string => context.asOf?.slice(0, 10) ?? context.today;

/** 已等待天数: calendar days that something has waited since a day, none where that day is yet to come. */
export const daysWaited = (since: string, context: StatisticsContext): number =>
  Math.max(0, daysBetween(since, referenceDay(context)));

/** The deadline day itself is still in time; a matter without a deadline is never overdue. */
export const isPast = (deadline: string | null, context: StatisticsContext): boolean =>
  deadline !== null && deadline < referenceDay(context);

export const OVERDUE_NOTE = '逾期指办理时限已过而尚未完成；没有填写时限的不算逾期。';

/** Chinese state of a matter for a list: what is recorded, and 逾期 where it is late. */
export const standing = (
  status: string | null,
  deadline: string | null,
  context: StatisticsContext,
): '已完成' | '逾期' | '办理中' | '未开始' | '未填写' => {
  if (status === DONE) return DONE;
  if (isPast(deadline, context)) return '逾期';
  return status === '办理中' || status === '未开始' ? status : '未填写';
};
