import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/domain/kind.js';
import { KINDS } from '../../src/kinds/index.js';
import { parsePeriod, recordsTable, TABLES } from '../../src/statistics/index.js';
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
    expect(totals).toMatchObject({ case_no: '合计 1 起' });
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

describe('本级行政机关“行政不作为”情况', () => {
  const lead = { found_on: '2024-05-01', conduct: '行政不作为', region: '211100', decision: 'none' };
  const leads = {
    lead: [
      { ...lead, lead_no: '1', agency: '乙局', decision: 'transfer' },
      { ...lead, lead_no: '2', agency: '某县丙局', region: '211122' },
      { ...lead, lead_no: '3', agency: '甲局', conduct: '乱作为' },
    ],
  };

  it('prints every agency of the own level, one without inaction as 无', () => {
    const { rows, totals } = bodyOf('inaction-by-agency', leads, { ownAgencies: ['甲局', '乙局'] });
    expect(rows).toEqual([
      { agency: '甲局', count: 0, transfers: 0, state: '无' },
      { agency: '乙局', count: 1, transfers: 1, state: '有' },
    ]);
    expect(totals).toMatchObject({ count: 1, transfers: 1 });
  });

  it('tells of a county where its region is asked for', () => {
    const { rows } = bodyOf('inaction-by-agency', leads, { ownAgencies: ['甲局'], filters: { region: ['211122'] } });
    expect(rows.map((row) => row.agency)).toEqual(['某县丙局']);
  });
});

describe('办理漏斗', () => {
  it('counts leads at every stage, once each, whatever rows tell of them', () => {
    const { rows, charts } = bodyOf('lead-funnel', {
      lead: ['1', '2', '3'].map((no) => ({
        lead_no: no,
        found_on: '2024-05-01',
        decision: no === '3' ? 'none' : 'transfer',
      })),
      disposition: [
        { lead_no: '1', stage: '签收', date: '2024-05-10' },
        { lead_no: '1', stage: '签收', date: '2024-05-11' },
        { lead_no: '1', stage: '立案', date: '2024-06-10' },
      ],
      accountability: [
        {
          lead_no: '1',
          name: '陈某',
          agency: '某局',
          rank: '乡科级',
          measures: ['政务警告'],
          decided_on: '2024-07-01',
        },
        {
          lead_no: '1',
          name: '李某',
          agency: '某局',
          rank: '乡科级',
          measures: ['政务警告'],
          decided_on: '2024-07-01',
        },
        {
          case_no: '1号',
          name: '王某',
          agency: '某局',
          rank: '乡科级',
          measures: ['政务警告'],
          decided_on: '2024-07-01',
        },
      ],
    });
    expect(rows.map((row) => row.count)).toEqual([3, 2, 1, 1, 1]);
    expect(rows[1]).toMatchObject({ stage: '应移送', share: 2 / 3, step: 2 / 3 });
    expect(charts?.[0]?.series[0]?.values).toEqual([3, 2, 1, 1, 1]);
  });
});

describe('市县两级工作汇总', () => {
  it('puts the office and every county side by side and the city as their sum', () => {
    const { rows, totals } = bodyOf('region-rollup', {
      lead: [{ lead_no: '1', found_on: '2024-05-01', region: '211122', decision: 'transfer' }],
      supervision: [{ agency: '甲', period: '2023', region: '211100', problems: 3, rules: 2, certificates: 1 }],
    });
    expect(rows.map((row) => row.region)).toEqual(['盘锦市本级', '盘山县', '双台子区', '兴隆台区', '大洼区']);
    expect(rows[1]).toMatchObject({ leads: 1, transfers: 1, problems: 0 });
    expect(totals).toMatchObject({ region: '合计', leads: 1, transfers: 1, problems: 3, rules: 2, certificates: 1 });
  });
});

describe('问题线索逐季走势', () => {
  it('has its quarters without being asked, and other columns where they are', () => {
    const leads = { lead: [{ lead_no: '1', found_on: '2024-02-01', source_channel: '行政复议', decision: 'none' }] };
    const titles = (columns: readonly { readonly title: string }[]) => columns.slice(2).map((column) => column.title);
    expect(titles(bodyOf('lead-trend', leads).columns)).toEqual(['2024年1季度', '2024年2季度', '2024年3季度']);
    expect(titles(bodyOf('lead-trend', leads, { columns: 'year' }).columns)).toEqual(['2024年']);
  });
});

describe('记录明细', () => {
  it('names regions and situations, masks identity numbers and never shows who reported', () => {
    const lead = KINDS.find((kind) => kind.id === 'lead');
    const record: Readonly<Record<string, string | readonly string[]>> = {
      lead_no: '1',
      region: '211122',
      subject_id: '211122199001011234',
      claimed: ['improper-performance'],
      reporter: '某人',
    };
    const values = lead ? fieldsOf(lead).map((field) => record[field.id] ?? null) : [];
    const told = [...values, 'transfer', ['improper-performance', 'obstructing-evidence']];
    const { columns, rows } = lead ? recordsTable(lead, [told], CONTEXT) : { columns: [], rows: [] };
    expect(columns.map((column) => column.title)).toEqual([
      '线索编号',
      '行政区划',
      '身份证号',
      '认定情形',
      '比对结论',
      '情形',
    ]);
    expect(rows).toEqual([
      {
        lead_no: '1',
        region: '盘山县',
        subject_id: '2111**********1234',
        claimed: '不正确履行',
        decision: '应移送',
        situation: '不正确履行、拒绝或阻挠取证',
      },
    ]);
  });
});
