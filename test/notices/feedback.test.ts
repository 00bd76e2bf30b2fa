import { describe, expect, it } from 'vitest';
import type { Deadline, DeadlineEvent } from '../../src/domain/deadline.js';
import { feedbackDay, feedbackLimit } from '../../src/notices/index.js';

const limit = (start: DeadlineEvent, end: DeadlineEvent, workingDays: number, unverified = false): Deadline => ({
  id: `${start}-${end}`,
  title: `${start} ${end}`,
  start,
  end,
  workingDays,
  source: '本地规定',
  unverified,
});
const STEPS = [
  limit('issued', 'delivered', 3),
  limit('delivered', 'accepted', 5),
  limit('accepted', 'concluded', 60, true),
];

describe('the limit for feedback', () => {
  it('is that of all steps from issue to conclusion, unverified where one of them is', () => {
    expect(feedbackLimit([limit('found', 'drafted', 5), ...STEPS])).toEqual({ workingDays: 68, unverified: true });
  });

  it('is the one that spans the way, where the office has set one', () => {
    expect(feedbackLimit([...STEPS, limit('issued', 'concluded', 45)])).toEqual({ workingDays: 45, unverified: false });
  });

  it('is none where a step has no limit or the limits go in a circle', () => {
    expect(feedbackLimit(STEPS.slice(1))).toBeNull();
    expect(feedbackLimit([limit('issued', 'delivered', 1), limit('delivered', 'issued', 1)])).toBeNull();
  });

  it('gives no day before issue and none that needs a year without a calendar', () => {
    const days = {
      add: (date: string, count: number) => (date < '2026' ? { date: `${date}+${count}` } : { unknownYear: 2027 }),
    };
    const four = { workingDays: 4, unverified: false };
    expect(feedbackDay('2024-05-20', four, days)).toBe('2024-05-20+4');
    expect(feedbackDay('2026-12-20', four, days)).toBeNull();
    expect(feedbackDay(null, four, days)).toBeNull();
    expect(feedbackDay('2024-05-20', null, days)).toBeNull();
  });
});
