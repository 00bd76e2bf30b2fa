import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.js';
import { loadReference } from '../../src/reference/index.js';
import { DATA } from './shipped.js';

const days = loadReference(DATA).workingDays;

const inShippedYears = fc.integer({ min: 0, max: 1060 }).map((offset) => addDays('2024-01-01', offset));

describe('working days (工作日)', () => {
  it.each([2024, 2025, 2026])('of %i agree with an independent calendar on every day', (year) => {
    const known = days.days(`${year - 1}-12-31`, `${year}-12-31`);
    const listed = 'days' in known ? known.days : [];
    expect(listed.length).toBeGreaterThan(364);
    expect(listed.filter(({ date, counts }) => counts !== chineseDays.isWorkday(date))).toEqual([]);
  });

  it('are counted from the day after, over a holiday and its worked weekend', () => {
    // 2024-04-30 is a Tuesday; 1 to 5 May are off, Saturday 11 May is worked.
    expect(days.add('2024-04-30', 1)).toEqual({ date: '2024-05-06' });
    expect(days.add('2024-04-30', 6)).toEqual({ date: '2024-05-11' });
    expect(days.add('2024-04-30', 0)).toEqual({ date: '2024-04-30' });
  });

  it('tell the days counted and skipped, with the reason', () => {
    const told = days.days('2024-04-30', '2024-05-06');
    expect('days' in told && told.days.map(({ why, counts }) => `${why}${counts ? '+' : ''}`)).toEqual([
      '劳动节',
      '劳动节',
      '劳动节',
      '劳动节',
      '劳动节',
      '工作日+',
    ]);
    expect(days.days('2024-05-10', '2024-05-11')).toEqual({
      days: [{ date: '2024-05-11', counts: true, why: '劳动节调休' }],
    });
  });

  it('run on over the end of a year', () => {
    expect(days.add('2024-12-31', 1)).toEqual({ date: '2025-01-02' });
    expect(days.between('2024-12-30', '2025-01-02')).toEqual({ count: 2 });
  });

  it('that need a year without a file are said to be unknown, never guessed', () => {
    expect(days.add('2026-12-30', 2)).toEqual({ unknownYear: 2027 });
    expect(days.between('2026-12-30', '2027-01-04')).toEqual({ unknownYear: 2027 });
    expect(days.days('2023-12-01', '2024-01-02')).toEqual({ unknownYear: 2023 });
  });

  it('count backwards as negative', () => {
    expect(days.between('2024-05-06', '2024-04-30')).toEqual({ count: -1 });
  });

  it('add up: what lies between a day and the n-th working day after it is n, and the listed days that count are n', () => {
    fc.assert(
      fc.property(inShippedYears, fc.integer({ min: 1, max: 20 }), (from, n) => {
        const end = days.add(from, n);
        if ('unknownYear' in end) return end.unknownYear === 2027;
        const listed = days.days(from, end.date);
        expect(days.between(from, end.date)).toEqual({ count: n });
        expect('days' in listed && listed.days.filter((day) => day.counts).length).toBe(n);
        return true;
      }),
    );
  });
});
