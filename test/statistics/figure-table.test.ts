import { describe, expect, it } from 'vitest';
import { bodyOf } from './small-ledger.js';

describe('多项数字表', () => {
  const exam = (agency: string, expected: number, attended: number, passed: number) => ({
    date: '2024-04-20',
    category: '行政执法资格考试',
    agency,
    expected,
    attended,
    passed,
  });

  it('gives the rate of all in the total row, not the mean of the rates, and — where there is nothing to divide by', () => {
    const { rows, totals } = bodyOf('exams', {
      exam: [exam('甲局', 10, 10, 9), exam('乙局', 2, 2, 1), exam('丙局', 3, 0, 0)],
    });
    expect(rows.map((row) => [row.agency, row.pass_rate])).toEqual([
      ['甲局', 0.9],
      ['丙局', null],
      ['乙局', 0.5],
    ]);
    expect(totals).toMatchObject({ agency: '合计', attended: 12, passed: 10, pass_rate: 10 / 12 });
  });

  it('counts another dimension where one is asked for', () => {
    const { columns, rows } = bodyOf('exams', { exam: [exam('甲局', 1, 1, 1)] }, { by: ['考试类别'] });
    expect(columns[0]?.title).toBe('考试类别');
    expect(rows[0]).toMatchObject({ category: '行政执法资格考试', passed: 1 });
  });

  it('puts an inspection under each of its 重点 and once in the total, and says so', () => {
    const { rows, totals, notes } = bodyOf('inspection-yield', {
      inspection: [
        {
          type: '联合监督检查',
          name: '某检查',
          start: '2024-05-08',
          focus: ['重点区域', '重点问题'],
          problems: 4,
          rectified: 3,
          lead_no: ['1', '2'],
        },
      ],
    });
    expect(rows.map((row) => [row.focus, row.inspections, row.problems, row.leads])).toEqual([
      ['重点区域', 1, 4, 2],
      ['重点问题', 1, 4, 2],
    ]);
    expect(totals).toMatchObject({ inspections: 1, joint: 1, field: 0, problems: 4, leads: 2, rate: 0.75 });
    expect(notes?.join('')).toContain('合计只计一次');
  });
});

describe('会议议定事项', () => {
  const meeting = (date: string, items: number, done: number, deadline: string | null) => ({
    type: '联席会议',
    date,
    items,
    items_done: done,
    deadline,
  });
  const meetings = {
    meeting: [
      meeting('2024-03-01', 4, 3, '2024-07-14'),
      meeting('2024-06-01', 2, 0, '2024-07-15'),
      meeting('2024-07-01', 3, 1, null),
    ],
  };

  it('tells open items from overdue ones: the deadline day is still in time, and no deadline is never late', () => {
    expect(bodyOf('meetings', meetings).rows.find((row) => row.type === '联席会议')).toMatchObject({
      meetings: 3,
      items: 9,
      done: 4,
      open: 5,
      overdue: 1,
    });
  });

  it('looks from the day of --as-of where one is asked for', () => {
    const { totals } = bodyOf('meetings', meetings, { asOf: '2024-07-10T23:59:59' });
    expect(totals).toMatchObject({ open: 5, overdue: 0 });
  });

  it('says how long ago the last joint meeting was', () => {
    expect(bodyOf('meeting-items', meetings).notes?.[0]).toBe('最近一次联席会议在 2024-07-01，到截至日已 14 天。');
    expect(bodyOf('meeting-items', {}).notes?.[0]).toBe('时段内没有召开联席会议。');
  });
});

describe('行政复议纠错率', () => {
  const groups = {
    reconsideration_results: [
      { group: '直接纠错', values: ['撤销', '确认违法'] },
      { group: '改正后终止', values: ['改正后终止'] },
      { group: '其他', values: ['不予受理', '维持'] },
    ],
  };
  const decided = (n: number, result: string | null, accepted = true) => ({
    case_no: String(n),
    respondent: '某局',
    area: '城管执法',
    received_on: '2024-01-04',
    accepted_on: accepted ? '2024-01-08' : null,
    concluded_on: result === null ? null : '2024-02-11',
    result,
  });

  it('gives the three rates in circulation side by side, each named by what is divided by what', () => {
    const { columns, totals } = bodyOf(
      'correction-rate',
      {
        reconsideration: [
          decided(1, '撤销'),
          decided(2, '改正后终止'),
          decided(3, '维持'),
          decided(4, '维持'),
          decided(5, null),
          decided(6, '不予受理', false),
        ],
      },
      { choiceGroups: groups },
    );
    expect(totals).toMatchObject({
      received: 6,
      accepted: 5,
      concluded: 4,
      direct: 1,
      after_change: 1,
      direct_of_concluded: 1 / 4,
      all_of_concluded: 2 / 4,
      direct_of_accepted: 1 / 5,
    });
    for (const column of columns.filter((each) => each.type === 'percent')) expect(column.title).toContain('÷');
  });
});

describe('督察反馈意见整改', () => {
  it('tells what the agency says is done from what somebody reviewed', () => {
    const item = (matter: string, status: string | null, more: object = {}) => ({
      source: '市级法治督察',
      matter,
      agency: '某局',
      raised_on: '2024-01-18',
      status,
      deadline: '2024-05-31',
      ...more,
    });
    const { totals } = bodyOf('rectification-by-source', {
      rectification: [
        item('一', '已完成', { reviewed_on: '2024-06-10' }),
        item('二', '已完成'),
        item('三', '办理中'),
        item('四', null),
      ],
    });
    expect(totals).toMatchObject({
      count: 4,
      done: 2,
      running: 1,
      overdue: 2,
      rate: 0.5,
      reviewed: 1,
      review_rate: 0.25,
    });
  });
});
