import { describe, expect, it } from 'vitest';
import { parsePeriod, TABLES } from '../../src/statistics/index.js';
import { bodyOf, CONTEXT } from './small-ledger.js';

describe('统计表目录', () => {
  it('gives every table an id, a title and someone who asks for it, each id once', () => {
    expect(new Set(TABLES.map((table) => table.id)).size).toBe(TABLES.length);
    for (const table of TABLES)
      expect([table.id, table.title, table.askedBy, table.doc].every((text) => text !== '')).toBe(true);
  });

  it('builds every table from an empty ledger', () => {
    for (const table of TABLES) expect(bodyOf(table.id, {}).columns.length).toBeGreaterThan(0);
  });

  it('hands the state asked for with --as-of on to every query', () => {
    for (const table of TABLES)
      for (const query of table.queries({ ...CONTEXT, asOf: '2024-01-01T00:00:00' }))
        expect(query.asOf).toBe('2024-01-01T00:00:00');
  });
});

describe('典型案例', () => {
  it('lists the cases with regions and situations by name', () => {
    const { rows, totals } = bodyOf('typical-cases', {
      'typical-case': [
        {
          case_no: '1号',
          title: '某案',
          published_on: '2024-07-10',
          region: '211122',
          situations: ['improper-performance'],
        },
      ],
    });
    expect(rows).toEqual([
      expect.objectContaining({
        case_no: '1号',
        published_on: '2024-07-10',
        region: '盘山县',
        situations: '不正确履行',
        organ: null,
      }),
    ]);
    expect(totals).toMatchObject({ case_no: '合计', title: '1 起' });
  });
});

describe('行政复议年度统计', () => {
  const cases = {
    'reconsideration-year': [
      { region: '211100', area: '城管执法', year: 2021, received: 8 },
      { region: '211100', area: '城管执法', year: 2023, received: 2 },
      { region: '211122', area: '城管执法', year: 2023, received: 1 },
      { region: '211100', area: '教育', year: 2023, received: 1 },
    ],
  };

  it('adds up the regions, keeps a year without cases and compares the two latest years', () => {
    const { columns, rows, totals } = bodyOf('reconsideration-by-year', cases);
    expect(columns.map((column) => column.title)).toEqual([
      '行政管理类别',
      '2021年',
      '2022年',
      '2023年',
      '增减',
      '增减幅度',
    ]);
    expect(rows).toEqual([
      { area: '城管执法', 2021: 8, 2022: 0, 2023: 3, change: 3, change_rate: null },
      { area: '教育', 2021: 0, 2022: 0, 2023: 1, change: 1, change_rate: null },
    ]);
    expect(totals).toMatchObject({ 2023: 4 });
  });

  it('reads the year before the period along, because a change needs its base', () => {
    const { columns } = bodyOf('reconsideration-by-year', cases, { period: parsePeriod('2022', null, null) });
    expect(columns.map((column) => column.title)).toEqual(['行政管理类别', '2021年']);
  });
});

describe('执法监督成果', () => {
  it('adds up the three figures of each agency', () => {
    const { rows, totals } = bodyOf('supervision-by-agency', {
      supervision: [
        { agency: '甲局', period: '2023', problems: 3, rules: 2, certificates: 1 },
        { agency: '甲局', period: '2024', problems: 1, rules: 0, certificates: 0 },
        { agency: '乙局', period: '2023', problems: 9, rules: 1, certificates: 4 },
      ],
    });
    expect(rows.find((row) => row.agency === '甲局')).toEqual({
      agency: '甲局',
      problems: 4,
      rules: 2,
      certificates: 1,
    });
    expect(totals).toEqual({ agency: '合计', problems: 13, rules: 3, certificates: 5 });
  });
});
