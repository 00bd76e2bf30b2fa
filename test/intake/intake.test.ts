/** A sheet with everything that goes wrong in offices: each problem has its own finding, the good records come through. */
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, LEAD_HEADINGS, lead, sheet, take } from './office.js';

const codesOf = (rows: readonly (readonly string[])[]): readonly (readonly [string, string | undefined])[] =>
  take(fileOf('a.csv', sheet(rows))).findings.map(({ code, cell }) => [code, cell] as const);

const sorted = (pairs: readonly (readonly [string, string | undefined])[]) => pairs.map(String).sort();

describe('a sheet of leads', () => {
  it('is read below its title rows, with totals and repeated headings passed over and said', () => {
    const rows = [
      ['全市问题线索台账'],
      ['填报单位：某办', '', '2024年'],
      LEAD_HEADINGS,
      lead('甲1'),
      LEAD_HEADINGS,
      lead('甲2'),
      [],
      ['合 计', '2'],
    ];
    const taken = take(fileOf('a.csv', sheet(rows)));
    expect(taken.values.map(({ lead_no }) => lead_no)).toEqual(['甲1', '甲2']);
    expect(taken.records.map(({ line, record, row }) => [line, record, row])).toEqual([
      [4, 1, 4],
      [6, 2, 6],
    ]);
    expect(taken.findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['row-headings', 'A5'],
      ['row-total', 'A8'],
    ]);
    expect(taken).toMatchObject({ read: 2, rejected: 0, rejectsPath: null });
  });

  it('is matched by name: order, stars, brackets, full width, ids and aliases do not matter', () => {
    const headings = ['序号', '主要问题线索', '*被反映单位（必填）', 'found_on', '线索 来源', '线索编码', '错误说明'];
    const rows = [headings, ['1', '复议机关两次调取案卷', '某县某局', '２０２４．５．８', '行政复议', '甲1', '']];
    const taken = take(fileOf('a.csv', sheet(rows)));
    expect(taken.values).toEqual([
      {
        lead_no: '甲1',
        source_channel: '行政复议',
        found_on: '2024-05-08',
        agency: '某县某局',
        summary: '复议机关两次调取案卷',
      },
    ]);
    expect(taken.findings).toEqual([]);
  });

  it('tells all problems of all rows in one pass, each with its cell', () => {
    const rows = [
      LEAD_HEADINGS,
      lead('甲1', { 发现日期: '2026-02-30', 线索来源: '行政覆议', 行政区划: '盘衫县' }),
      lead('甲2', { 身份证号: '2.11122E+17', 认定情形: '8', 问题标签: '急难愁盼、不存在' }),
      lead('4.5E+17', { 主要问题: '长'.repeat(1_000_000) }),
      [...lead('甲4'), '', '多出来的'],
      lead('甲5').slice(0, 8),
      lead('', {}),
    ];
    expect(sorted(codesOf(rows))).toEqual(
      sorted([
        ['choice-unknown', 'B2'],
        ['date-not-real', 'C2'],
        ['region-unknown', 'G2'],
        ['number-damaged', 'H3'],
        ['situation-unknown', 'F3'],
        ['choice-unknown', 'I3'],
        ['number-damaged', 'A4'],
        ['cell-too-long', 'E4'],
        ['row-ragged', undefined],
        ['row-ragged', undefined],
        ['key-blank', 'A7'],
      ]),
    );
  });

  it('quotes only the faulty cell, cut, with identity numbers masked wherever they stand', () => {
    const rows = [
      LEAD_HEADINGS,
      lead('甲1', { 身份证号: '211122199013010010', 线索来源: '211122199001010010', 发现日期: '某'.repeat(90) }),
    ];
    const taken = take(fileOf('a.csv', sheet(rows)));
    const said = JSON.stringify(taken.findings);
    expect(said).not.toContain('19901301');
    expect(said).not.toContain('19900101');
    expect(said).not.toContain('某'.repeat(41));
    expect(said).not.toContain('复议机关');
    expect(taken.findings[0]).toMatchObject({ value: '2111**********0010' });
  });

  it('with a column that no field has says so once, with the nearest one', () => {
    const rows = [
      [...LEAD_HEADINGS, '证据才料', '天气'],
      [...lead('甲1'), '案卷', '晴'],
      [...lead('甲2'), '案卷', '晴'],
    ];
    const { findings } = take(fileOf('a.csv', sheet(rows)));
    expect(findings.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([
      ['heading-unknown', 'warning', 'K1'],
      ['heading-unknown', 'warning', 'L1'],
    ]);
    expect(findings[0]?.hint).toContain('证据材料');
  });

  it('without a required column says so once; its records are incomplete and may only amend others', () => {
    const without = (cells: readonly string[]): readonly string[] => cells.filter((_, at) => at !== 3);
    const taken = take(fileOf('a.csv', sheet([without(LEAD_HEADINGS), without(lead('甲1')), without(lead('甲2'))])));
    expect(taken.findings.map(({ code, heading }) => [code, heading])).toEqual([['heading-missing', '被反映单位']]);
    expect(taken.records.map(({ incomplete }) => incomplete?.map(({ code }) => code))).toEqual([
      ['field-blank'],
      ['field-blank'],
    ]);
  });

  it('with two columns for one field takes the one that is filled in, and refuses two that differ', () => {
    const rows = [
      [...LEAD_HEADINGS, '线索来源渠道'],
      [...lead('甲1', { 线索来源: '' }), '法治督察'],
      [...lead('甲2'), '法治督察'],
    ];
    const taken = take(fileOf('a.csv', sheet(rows)));
    expect(taken.values.map(({ source_channel }) => source_channel)).toEqual(['法治督察']);
    expect(taken.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['heading-duplicate', 'warning'],
      ['heading-duplicate', 'error'],
    ]);
  });

  it('reads 无, / and - as nothing, but 无 as a value where the field has it', () => {
    const rows = [
      LEAD_HEADINGS,
      lead('甲1', { 认定情形: '无', 身份证号: '/', 问题标签: '-', 行政区划: '—', 行为类型: '无' }),
    ];
    expect(take(fileOf('a.csv', sheet(rows))).values).toEqual([
      {
        lead_no: '甲1',
        source_channel: '行政复议',
        found_on: '2024-05-08',
        agency: '某县某局',
        summary: '复议机关两次调取案卷，该局均未提供',
        conduct: '无',
      },
    ]);
  });

  it('warns of a future date and takes an Excel serial number, saying so', () => {
    const rows = [LEAD_HEADINGS, lead('甲1', { 发现日期: '2027-01-01' }), lead('甲2', { 发现日期: '45420' })];
    const taken = take(fileOf('a.csv', sheet(rows)));
    expect(taken.values.map(({ found_on }) => found_on)).toEqual(['2027-01-01', '2024-05-08']);
    expect(taken.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['date-in-future', 'warning'],
      ['date-serial', 'notice'],
    ]);
  });

  it('refuses a row with a control character or a broken quote and takes the rows after it', () => {
    const text = `${sheet([LEAD_HEADINGS, lead('甲1', { 主要问题: '甲\u0001乙' })])}甲2,"行政复议,2024\n${sheet([lead('甲3')])}`;
    const taken = take(fileOf('a.csv', text));
    expect(taken.values.map(({ lead_no }) => lead_no)).toEqual(['甲3']);
    expect(new Set(taken.findings.map(({ code }) => code))).toContain('control-character');
    expect(new Set(taken.findings.map(({ code }) => code))).toContain('quote-unclosed');
  });
});

describe('a rejects file', () => {
  it('has the source columns and order, the two explanations, and only its owner may read it', () => {
    const rows = [
      ['标题'],
      LEAD_HEADINGS,
      lead('甲1', { 发现日期: '2024-13-01' }),
      lead('甲2'),
      [...lead('甲3'), '多出'],
    ];
    const { rejectsPath } = take(fileOf('名.csv', sheet(rows)));
    expect(rejectsPath).toMatch(/名\.rejects\.csv$/);
    const lines = readFileSync(rejectsPath ?? '', 'utf8').split('\r\n');
    expect(lines[0]).toBe([...LEAD_HEADINGS, '错误单元格', '错误说明'].join(','));
    expect(lines[1]).toMatch(/^甲1,行政复议,2024-13-01,.*,C3,「发现日期」为“2024-13-01”，/);
    expect(lines[2]).toMatch(/^甲3,.*,多出$/);
    expect(lines).toHaveLength(4);
    expect(statSync(rejectsPath ?? '').mode & 0o777).toBe(0o600);
  });

  it('holds what the ledger refuses in the order of the source, and takes the next number where one exists', () => {
    const path = fileOf(
      '名.csv',
      sheet([LEAD_HEADINGS, lead('甲1'), lead('甲2', { 发现日期: '?' }), lead('甲1'), lead('甲3'), lead('甲4')]),
    );
    const seen = new Set<unknown>();
    const twice = { code: 'lead-twice', severity: 'error', path, message: '编号重复', hint: '请改号' } as const;
    const late = (record: { values: readonly unknown[] }) => {
      if (seen.has(record.values[0])) return [twice];
      seen.add(record.values[0]);
      return [];
    };
    const first = take(path, {}, 0, late);
    expect(first.rejected).toBe(2);
    expect(
      readFileSync(first.rejectsPath ?? '', 'utf8')
        .split('\r\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['线索', '甲2', '甲1', '']);
    seen.clear();
    expect(take(path, {}, 0, late).rejectsPath).toMatch(/名\.rejects-2\.csv$/);
    expect(take(path, { rejects: { wanted: false } }).rejectsPath).toBeNull();
  });
});
