import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.js';
import type { Deadline } from '../../src/domain/deadline.js';
import type { Notice } from '../../src/domain/notice.js';
import { dueItems } from '../../src/notices/index.js';

const deadline: Deadline = {
  id: 'found-to-issued',
  title: '发现线索到制发移送函',
  start: 'found',
  end: 'issued',
  workingDays: 5,
  source: '示例',
  unverified: true,
};
/** Every day counts, and the year 2025 has no calendar. */
const days = {
  add: (date: string, count: number) => {
    const end = addDays(date, count);
    return end < '2025' ? { date: end } : { unknownYear: 2025 };
  },
};
const settings = { deadlines: [deadline], days, today: '2024-05-20', within: 3 };
const subject = (leadNo: string, found: string, issued: string | null = null) => ({
  leadNo,
  events: { found, issued },
  notice: null,
});

describe('what is due', () => {
  it('tells late, soon and running by the due date, earliest first', () => {
    const { items } = dueItems(
      [
        subject('C', '2024-05-19'),
        subject('B', '2024-05-16'),
        subject('A', '2024-05-10'),
        subject('E', '2024-05-15'),
        subject('D', '2024-05-14'),
      ],
      settings,
    );
    expect(items.map((item) => [item.leadNo, item.dueOn, item.standing])).toEqual([
      ['A', '2024-05-15', 'late'],
      ['D', '2024-05-19', 'late'],
      ['E', '2024-05-20', 'soon'],
      ['B', '2024-05-21', 'soon'],
      ['C', '2024-05-24', 'running'],
    ]);
  });

  it('is silent on what has ended or not begun', () => {
    expect(
      dueItems([subject('A', '2024-05-01', '2024-05-02'), { leadNo: 'B', events: {}, notice: null }], settings).items,
    ).toEqual([]);
  });

  it('calls a date unknown that needs a year without a calendar', () => {
    const { items } = dueItems([subject('A', '2024-12-30')], settings);
    expect(items).toMatchObject([{ dueOn: null, unknownYear: 2025, standing: 'unknown' }]);
  });

  it('lists letters that no longer agree with their lead, and waits for nothing that was taken back', () => {
    const notice: Notice = {
      leadNo: 'A',
      version: 1,
      state: 'withdrawn',
      number: '某法治办移〔2024〕1号',
      draftedOn: '2024-05-01',
      approvedOn: null,
      issuedOn: null,
      deliveredOn: null,
      receivedOn: null,
      receiver: null,
      why: null,
      leadRevision: 1,
      stale: true,
    };
    expect(dueItems([{ leadNo: 'A', events: { found: '2024-05-01' }, notice }], settings)).toEqual({
      items: [],
      stale: ['A'],
    });
  });
});
