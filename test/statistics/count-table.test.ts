import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatisticsContext } from '../../src/statistics/index.js';
import { parsePeriod, TABLES } from '../../src/statistics/index.js';
import { answer, bodyOf, CONTEXT, type SmallLedger } from './small-ledger.js';

const lead = (no: string, more: Readonly<Record<string, string | readonly string[] | null>> = {}) => ({
  lead_no: no,
  found_on: '2024-05-08',
  source_channel: '行政复议',
  agency: '某局',
  decision: 'none',
  situation: [],
  ...more,
});

const leads: SmallLedger = {
  lead: [
    lead('1', { decision: 'transfer', region: '211122', situation: ['improper-performance', 'obstructing-evidence'] }),
    lead('2', { source_channel: '法治督察', found_on: '2023-05-09', region: '211100', agency: '安监局' }),
    lead('3', { conduct: '行政不作为', region: '211122', found_on: '2024-02-01' }),
  ],
};

describe('按行政区划统计', () => {
  it('prints the office itself and every county, one without leads as 0', () => {
    const { rows, totals } = bodyOf('leads-by-region', leads);
    expect(rows.map((row) => [row.region, row.count, row.transfer])).toEqual([
      ['盘锦市本级', 1, 0],
      ['盘山县', 2, 1],
      ['双台子区', 0, 0],
      ['兴隆台区', 0, 0],
      ['大洼区', 0, 0],
    ]);
    expect(totals).toMatchObject({ region: '合计', count: 3, transfer: 1, none: 2 });
  });

  it('prints leads of unknown regions and without region after the counties', () => {
    const strange = { lead: [lead('1', { region: '999999' }), lead('2')] };
    expect(
      bodyOf('leads-by-region', strange)
        .rows.slice(5)
        .map((row) => [row.region, row.count]),
    ).toEqual([
      ['999999', 1],
      ['未填写', 1],
    ]);
  });
});

describe('按情形统计', () => {
  it('counts a lead under each situation it meets and once in the total, and says so', () => {
    const { rows, totals, notes } = bodyOf('leads-by-situation', leads);
    expect(rows.map((row) => [row.situation, row.count])).toEqual([
      ['不正确履行', 1],
      ['拒绝或阻挠取证', 1],
      ['不符合任何情形', 2],
    ]);
    expect(totals?.count).toBe(3);
    expect(notes?.join('')).toContain('合计按线索只计一件');
  });
});

describe('按单位统计', () => {
  it('puts the agency with most leads first and orders equal ones by pinyin', () => {
    const many = { lead: ['王局', '安局', '张局', '张局', '李局'].map((agency, i) => lead(String(i), { agency })) };
    expect(bodyOf('leads-by-agency', many).rows.map((row) => row.agency)).toEqual(['张局', '安局', '李局', '王局']);
  });
});

describe('按职级和措施统计追责问责', () => {
  const accountability = [
    {
      case_no: 'a',
      name: '陈某',
      agency: '某局',
      rank: '县处级',
      measures: ['党内警告', '政务记过'],
      decided_on: '2024-01-01',
    },
    {
      case_no: 'a',
      name: '李某',
      agency: '某局',
      rank: '乡科级',
      measures: ['政务记过', '政务警告'],
      decided_on: '2024-01-01',
      judicial_transfer: '是',
    },
  ];

  it('lists every rank and how many of it were handed to judicial organs', () => {
    const { rows, totals } = bodyOf('accountability-by-rank', { accountability });
    expect(rows.map((row) => [row.rank, row.count, row.是])).toEqual([
      ['省部级', 0, 0],
      ['厅局级', 0, 0],
      ['县处级', 1, 0],
      ['乡科级', 1, 1],
      ['一般干部', 0, 0],
      ['农村、企业等其他人员', 0, 0],
    ]);
    expect(totals).toMatchObject({ count: 2, 是: 1 });
  });

  it('counts a person with two measures of a group once in the group and once in the total', () => {
    const { rows, totals } = bodyOf('accountability-by-measure', { accountability });
    expect(rows.map((row) => [row.group, row.item, row.persons])).toEqual([
      ['党纪处分', '小计', 1],
      ['党纪处分', '党内警告', 1],
      ['党纪处分', '撤销党内职务', 0],
      ['政务处分', '小计', 2],
      ['政务处分', '政务警告', 1],
      ['政务处分', '政务记过', 2],
      ['组织处理', '小计', 0],
      ['组织处理', '免职', 0],
    ]);
    expect(totals?.persons).toBe(2);
  });
});

describe('--by、--columns、--compare', () => {
  it('counts by other fields, named by id or by Chinese heading', () => {
    const byId = bodyOf('leads-by-region', leads, { by: ['source_channel'] });
    expect(bodyOf('leads-by-region', leads, { by: ['线索来源'] })).toEqual(byId);
    expect(byId.rows.map((row) => [row.source_channel, row.count])).toContainEqual(['法治督察', 1]);
  });

  it('prints every combination of closed lists and only the counted ones of open lists', () => {
    expect(bodyOf('leads-by-region', leads, { by: ['region', 'source_channel'] }).rows).toHaveLength(5 * 4);
    expect(bodyOf('leads-by-region', leads, { by: ['agency', 'source_channel'] }).rows).toHaveLength(2);
  });

  it('splits into periods, empty ones kept', () => {
    const { columns, rows, totals } = bodyOf('leads-by-channel', leads, { columns: 'quarter' });
    expect(columns.slice(2).map((column) => column.id)).toEqual([
      '2023Q2',
      '2023Q3',
      '2023Q4',
      '2024Q1',
      '2024Q2',
      '2024Q3',
    ]);
    expect(rows.find((row) => row.source_channel === '行政复议')).toMatchObject({ count: 2, '2024Q1': 1, '2024Q3': 0 });
    expect(totals).toMatchObject({ count: 3, '2023Q2': 1, '2024Q2': 1 });
  });

  it('compares with last year; base 0 has no percentage', () => {
    const { rows, totals } = bodyOf('leads-by-channel', leads, {
      period: parsePeriod('2024', null, null),
      compare: 'last-year',
    });
    expect(rows.find((row) => row.source_channel === '法治督察')).toMatchObject({
      count: 0,
      base: 1,
      change: -1,
      change_rate: -1,
    });
    expect(rows.find((row) => row.source_channel === '行政复议')).toMatchObject({
      count: 2,
      base: 0,
      change_rate: null,
    });
    expect(totals).toMatchObject({ count: 2, base: 1, change: 1, change_rate: 1 });
  });

  it('refuses an unknown field with the nearest one, and a confidential one', () => {
    expect(() => bodyOf('leads-by-region', leads, { by: ['线索来'] })).toThrow(
      expect.objectContaining({ code: 'dimension-unknown', hint: expect.stringContaining('是否指“线索来源”') }),
    );
    expect(() => bodyOf('leads-by-region', leads, { by: ['reporter'] })).toThrow(
      expect.objectContaining({ code: 'dimension-unknown' }),
    );
  });

  it('refuses options and filters that a table does not understand', () => {
    expect(() => bodyOf('overview', leads, { by: ['region'] })).toThrow(
      expect.objectContaining({ code: 'table-option-unsupported' }),
    );
    expect(() => bodyOf('legal-service', leads, { filters: { region: ['211122'] } })).toThrow(
      expect.objectContaining({ code: 'table-filter-unsupported' }),
    );
  });
});

describe('合计核对', () => {
  const table = TABLES.find((candidate) => candidate.id === 'leads-by-channel');

  it('stops with a defect where the rows do not add up to the total', () => {
    const answers = (table?.queries(CONTEXT) ?? []).map((query) => answer(leads, query));
    const wrong = answers.map((each, i) => (i === 1 ? { counts: [{ by: [], period: null, n: 4 }] } : each));
    expect(() => table?.build(wrong, CONTEXT)).toThrow('the total is 4 when counted and 3 when its rows are added up');
  });

  const anyLead = fc.record({
    lead_no: fc.string({ minLength: 1, maxLength: 3 }),
    found_on: fc.constantFrom('2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'),
    source_channel: fc.constantFrom('法治督察', '行政复议', '执法监督', '其他'),
    region: fc.constantFrom(null, '211100', '211122', '211104', '219999'),
    agency: fc.constantFrom('甲局', '乙局', '丙局'),
    conduct: fc.constantFrom(null, '无', '乱作为'),
    decision: fc.constantFrom('transfer', 'supplement', 'review', 'none'),
    situation: fc.subarray(['improper-performance', 'obstructing-evidence']),
    issue_tags: fc.subarray(['急难愁盼', '破坏营商环境']),
  });
  const anyOptions: fc.Arbitrary<Partial<StatisticsContext>> = fc.record(
    {
      period: fc.constantFrom(parsePeriod('2024', null, null), parsePeriod('2024Q2', null, null)),
      columns: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      by: fc.subarray(['region', 'agency', 'situation', 'issue_tags', 'decision'], { minLength: 1 }),
      compare: fc.constantFrom('previous' as const, 'last-year' as const),
      filters: fc.constantFrom({ region: ['211122', '211104'] }, { agency: ['甲局'] }, { decision: ['transfer'] }),
    },
    { requiredKeys: ['period'] },
  );

  it('holds for any leads under any options, whatever their order, and no two rows agree', () => {
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 25 }), anyOptions, (records, options) => {
        const numbered = records.map((record, i) => ({ ...record, lead_no: `${i}` }));
        for (const id of ['leads-by-channel', 'leads-by-agency', 'leads-by-region', 'leads-by-situation']) {
          const body = bodyOf(id, { lead: numbered }, options);
          expect(bodyOf(id, { lead: [...numbered].reverse() }, options)).toEqual(body);
          expect(new Set(body.rows.map((row) => JSON.stringify(row))).size).toBe(body.rows.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
