import { describe, expect, it } from 'vitest';
import { columnsBetween, columnTitle, comparedPeriod, parsePeriod } from '../../src/statistics/period.js';

const parsed = (text: string | null, from: string | null = null, to: string | null = null) =>
  parsePeriod(text, from, to);

describe('统计时段', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31', '2024年'],
    ['2024Q2', '2024-04-01', '2024-06-30', '2024年第2季度'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['since-start', null, null, '机制运行以来'],
  ])('reads %s as its first and last day with a Chinese title', (text, from, to, title) => {
    expect(parsed(text)).toEqual({ from, to, title });
  });

  it('takes two days, or one with the other end open, and names a whole quarter as such', () => {
    expect(parsed(null, '2024-04-01', '2024-06-30').title).toBe('2024年第2季度');
    expect(parsed(null, '2024-04-02', '2024-06-30').title).toBe('2024年4月2日至2024年6月30日');
    expect(parsed(null, '2024-05-08', null)).toEqual({ from: '2024-05-08', to: null, title: '2024年5月8日以来' });
    expect(parsed(null, null, '2024-05-08').title).toBe('机制运行以来至2024年5月8日');
    expect(parsed(null).title).toBe('机制运行以来');
  });

  it.each([
    ['2024Q5', null, null, 'period-not-understood'],
    ['2024-13', null, null, 'period-not-understood'],
    ['去年', null, null, 'period-not-understood'],
    [null, '2024-02-30', null, 'period-not-understood'],
    [null, '2024-06-01', '2024-05-01', 'period-reversed'],
    ['2024', '2024-06-01', null, 'period-twice'],
  ])('refuses %s %s %s with the code %s', (text, from, to, code) => {
    expect(() => parsed(text, from, to)).toThrow(expect.objectContaining({ code, exit: 2 }));
  });
});

describe('对比时段', () => {
  it.each([
    ['2024', 'previous', '2023-01-01', '2023-12-31'],
    ['2024Q1', 'previous', '2023-10-01', '2023-12-31'],
    ['2024-03', 'previous', '2024-02-01', '2024-02-29'],
    ['2024-02', 'last-year', '2023-02-01', '2023-02-28'],
    ['2023-02', 'last-year', '2022-02-01', '2022-02-28'],
  ] as const)('of %s is, compared with %s, %s to %s', (text, comparison, from, to) => {
    expect(comparedPeriod(parsed(text), comparison)).toMatchObject({ from, to });
  });

  it('of a span of days is the same number of days before it', () => {
    expect(comparedPeriod(parsed(null, '2024-05-11', '2024-05-20'), 'previous')).toMatchObject({
      from: '2024-05-01',
      to: '2024-05-10',
    });
  });

  it('does not exist for an open period, which is said', () => {
    expect(() => comparedPeriod(parsed(null), 'previous')).toThrow(
      expect.objectContaining({ code: 'compare-needs-period' }),
    );
  });
});

describe('时段列', () => {
  it('keeps empty periods between the first and the last', () => {
    expect(columnsBetween('2023-11-30', '2024-02-01', 'month')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(columnsBetween('2023-12-31', '2024-05-01', 'quarter')).toEqual(['2023Q4', '2024Q1', '2024Q2']);
    expect(columnsBetween('2022-01-01', '2024-12-31', 'year')).toEqual(['2022', '2023', '2024']);
  });

  it('is titled in Chinese', () => {
    expect(['2024', '2024Q2', '2024-05'].map(columnTitle)).toEqual(['2024年', '2024年2季度', '2024年5月']);
  });
});
