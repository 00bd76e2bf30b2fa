/**
 * 到期事项: which deadlines of which leads are late or soon late, and which letters no longer tell what the lead says.
 * Working days are counted by the function handed in; a date that needs a year without a calendar is told as unknown and
 * never guessed. Whether a lead is due at all (应移送 or on its way) is the caller's choice of subjects.
 */
import type { Deadline, DeadlineEvent } from '../domain/deadline.js';
import type { Notice } from '../domain/notice.js';

/** 工作日推算, as src/reference makes it. */
export interface WorkingDayCount {
  add(date: string, count: number): { readonly date: string } | { readonly unknownYear: number };
}

/** 时限对象: a lead with the days on which its events happened; a blank event has not happened. */
export interface DueSubject {
  readonly leadNo: string;
  readonly events: Readonly<Partial<Record<DeadlineEvent, string | null>>>;
  readonly notice: Notice | null;
}

export interface DueItem {
  readonly leadNo: string;
  readonly deadline: Deadline;
  readonly startedOn: string;
  /** 到期日; null where it would need the calendar of `unknownYear`. */
  readonly dueOn: string | null;
  readonly unknownYear: number | null;
  readonly standing: 'late' | 'soon' | 'running' | 'unknown';
}

export interface DueList {
  /** By due date, then lead number; unknown dates last. */
  readonly items: readonly DueItem[];
  /** Leads whose letter is out and no longer agrees with them. */
  readonly stale: readonly string[];
}

export interface DueSettings {
  readonly deadlines: readonly Deadline[];
  readonly days: WorkingDayCount;
  readonly today: string;
  /** 即将到期: within so many working days from today. */
  readonly within: number;
}

/** Events that a notice itself records. */
export const noticeEvents = (notice: Notice): Readonly<Partial<Record<DeadlineEvent, string | null>>> => ({
  drafted: notice.draftedOn,
  approved: notice.approvedOn,
  issued: notice.issuedOn,
  delivered: notice.deliveredOn,
  received: notice.receivedOn,
});

/** A letter that was taken back, given back or dropped waits for nothing. */
const isClosed = (notice: Notice | null): boolean =>
  notice !== null && (notice.state === 'cancelled' || notice.state === 'withdrawn' || notice.state === 'returned');

const byDay = (a: DueItem, b: DueItem): number => {
  const [left, right] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (left !== right) return left < right ? -1 : 1;
  return a.leadNo < b.leadNo ? -1 : a.leadNo > b.leadNo ? 1 : 0;
};

export const dueItems = (subjects: Iterable<DueSubject>, settings: DueSettings): DueList => {
  const { deadlines, days, today } = settings;
  const horizon = days.add(today, settings.within);
  const items: DueItem[] = [];
  const stale: string[] = [];
  for (const { leadNo, events, notice } of subjects) {
    if (notice?.stale) stale.push(leadNo);
    if (isClosed(notice)) continue;
    for (const deadline of deadlines) {
      const startedOn = events[deadline.start];
      if (!startedOn || events[deadline.end]) continue;
      const end = days.add(startedOn, deadline.workingDays);
      if ('unknownYear' in end) {
        items.push({ leadNo, deadline, startedOn, dueOn: null, unknownYear: end.unknownYear, standing: 'unknown' });
        continue;
      }
      const soon = 'date' in horizon && end.date <= horizon.date;
      const standing = end.date < today ? 'late' : soon ? 'soon' : 'running';
      items.push({ leadNo, deadline, startedOn, dueOn: end.date, unknownYear: null, standing });
    }
  }
  return { items: items.sort(byDay), stale };
};
