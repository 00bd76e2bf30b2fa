/**
 * The worked example data/panjin, read by an independent CSV reader: it must stay in the forms that offices keep, every link
 * must lead somewhere, and the published figures must come of counting its rows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { DATA } from './shipped.js';

const FOLDER = join(DATA, 'panjin');

type Row = Readonly<Record<string, string>>;

const sheet = (name: string, encoding: 'utf-8' | 'gb18030', titleRows: number): readonly Row[] =>
  parse(new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(FOLDER, name))), {
    columns: true,
    from_line: titleRows + 1,
  });

const records = (name: string): readonly Readonly<Record<string, unknown>>[] => {
  const document = parseYaml(readFileSync(join(FOLDER, name), 'utf8'));
  return Array.isArray(document) ? document : document.records;
};

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

describe('the worked example (data/panjin)', () => {
  const leads = sheet('leads.csv', 'gb18030', 1);
  const persons = sheet('accountability.csv', 'utf-8', 1);
  const cases = records('typical-cases.yaml');
  const numbers = new Set(leads.map((row) => row.线索编号));

  it('keeps the leads in GB18030, a character outside GBK among them, under a title that says they are invented', () => {
    const bytes = readFileSync(join(FOLDER, 'leads.csv'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('gb18030').decode(bytes);
    expect(text.split('\r\n')[0]).toContain('全部虚构');
    expect(text).toContain('䶮');
    expect(leads.every((row) => row.备注 === '示例，虚构')).toBe(true);
  });

  it('gives each lead its own number, and tells facts in 40 characters or more', () => {
    expect(numbers.size).toBe(leads.length);
    expect(leads.filter((row) => (row.主要问题 ?? '').length < 40)).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const referring = [...persons, ...sheet('subjects.csv', 'utf-8', 0), ...sheet('dispositions.csv', 'utf-8', 1)].map(
      (row) => row.线索编号,
    );
    const fromYaml = [...cases, ...records('legal-services.yaml')].flatMap((record) => record.线索编号 ?? []);
    expect([...referring, ...fromYaml].filter((number) => !numbers.has(String(number)))).toEqual([]);
    const caseNumbers = new Set(cases.map((record) => record.案例编号));
    expect(persons.filter((row) => !caseNumbers.has(row.案例编号))).toEqual([]);
  });

  it('counts up to the persons that were published', () => {
    const county = /县.?处|副处/;
    expect(cases).toHaveLength(4);
    expect(persons).toHaveLength(23);
    expect(persons.filter((row) => row.移送司法 === '是')).toHaveLength(1);
    expect(persons.filter((row) => county.test(row.职级 ?? ''))).toHaveLength(9);
    const deputies = persons.filter((row) => row.职务类别 === '政府分管负责人').map((row) => row.行政区划);
    expect(deputies.sort()).toEqual(['大洼区', '大洼区', '盘山县', '盘山县']);
    expect(persons.filter((row) => row.任期次序 !== '').map((row) => [row.单位, row.任期次序])).toEqual([
      ['盘锦市应急管理局', '1'],
      ['盘锦市应急管理局', '2'],
    ]);
  });

  it('adds up to the published figures of supervision and reconsideration', () => {
    const supervision = sheet('supervision.csv', 'utf-8', 1);
    expect(['查摆问题', '完善执法制度', '清理行政执法证件'].map((column) => sum(supervision, column))).toEqual([
      137, 485, 258,
    ]);
    const yearly = sheet('reconsideration-year.csv', 'utf-8', 1);
    const received = (area: string, year: string): number =>
      sum(
        yearly.filter((row) => row.行政管理类别 === area && row.年度 === year),
        '收案数',
      );
    expect(['公安交管', '城管执法'].map((area) => [received(area, '2022'), received(area, '2023')])).toEqual([
      [62, 5],
      [39, 3],
    ]);
    for (const row of yearly)
      expect(Number(row.维持数) + Number(row.直接纠错数) + Number(row.调解和解终止数)).toBe(Number(row.审结数));
  });

  it('has five lawyers, who alone give the services, more than twenty of them guidance', () => {
    const lawyers = new Set(records('public-lawyers.yaml').map((record) => record.姓名));
    const services = records('legal-services.yaml');
    expect(lawyers.size).toBe(5);
    expect(services.filter((record) => !lawyers.has(record.律师))).toEqual([]);
    expect(services.filter((record) => record.服务类型 === '法律指导').length).toBeGreaterThan(20);
  });
});
