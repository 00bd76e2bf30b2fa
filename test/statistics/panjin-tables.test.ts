/**
 * Every table over the worked example data/panjin, through the whole program: none is empty, and the same numbers stand in
 * every format, read back by other readers than the ones that wrote them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/domain/import-result.js';
import type { StatisticsReport } from '../../src/domain/table.js';
import { KINDS } from '../../src/kinds/index.js';
import { importFiles } from '../../src/pipeline/import-files.js';
import { ledgerStatistics } from '../../src/pipeline/ledger-care.js';
import { listTables, makePack, makeReport } from '../../src/pipeline/report.js';
import type { Surroundings } from '../../src/pipeline/workspace.js';
import { cellText } from '../../src/render/cell-text.js';
import { renderPack, renderReport } from '../../src/render/index.js';
import { PLAIN } from '../../src/render/layout.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'xingji-panjin-'));
const surroundings: Surroundings = {
  programRoot: ROOT,
  workingFolder: folder,
  now: '2024-07-24T09:00:00',
  operator: '张三',
  ledger: join(folder, 'xingji.db'),
};
const SCOPE = {
  period: null,
  from: null,
  to: null,
  by: [],
  columns: null,
  compare: null,
  asOf: null,
  region: null,
  agency: null,
};

const imported = (): Promise<ImportResult> =>
  importFiles(
    surroundings,
    {
      paths: [join(ROOT, 'data', 'panjin')],
      stdin: process.stdin,
      kind: null,
      encoding: 'auto',
      sheet: null,
      findings: null,
      dryRun: false,
      rejects: null,
      allOrNothing: false,
      onChange: 'amend',
      clear: false,
    },
    () => undefined,
  );

const reportOf = (table: string, records = false, where: readonly string[] = []): StatisticsReport =>
  makeReport(surroundings, { ...SCOPE, table, records, where });

describe('the worked example through the whole program', () => {
  let first: ImportResult;
  let second: ImportResult;
  beforeAll(async () => {
    first = await imported();
    second = await imported();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the kind of every file by its headings, rejects nothing and adds nothing the second time', () => {
    expect(first.totals.rejected).toBe(0);
    expect(first.totals.added).toBe(first.totals.read);
    expect(second.totals).toMatchObject({ added: 0, amended: 0, rejected: 0, unchanged: first.totals.read });
    const seen = new Set(first.files.map((file) => file.kind));
    expect(KINDS.map((kind) => kind.id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('leaves no link open', () => {
    expect(ledgerStatistics(surroundings).openLinks).toEqual([]);
  });

  it('has at least 25 tables, none of them empty or without a number', () => {
    const tables = listTables();
    expect(tables.length).toBeGreaterThanOrEqual(25);
    const blank = tables.filter(({ id }) => {
      const { rows, columns } = reportOf(id);
      return !rows.some((row) =>
        columns.some(({ id: column }) => typeof row[column] === 'number' && row[column] !== 0),
      );
    });
    // Honours and interviews are told in words alone.
    expect(blank.map(({ id }) => id)).toEqual([
      'typical-cases',
      'interviews',
      'honors',
      'correction-ledger',
      'rectifications',
    ]);
    for (const { id } of tables) expect(reportOf(id).rows.length, id).toBeGreaterThan(0);
  });

  it('lists the records behind every table', () => {
    for (const { id } of listTables()) expect(reportOf(id, true).rows.length, id).toBeGreaterThan(0);
  });

  it('lists behind the table of inaction nothing but inaction of the own level', () => {
    const { rows } = reportOf('inaction-by-agency', true);
    expect(rows.length).toBe(reportOf('inaction-by-agency').totals?.count);
    expect(new Set(rows.map((row) => row.conduct))).toEqual(new Set(['行政不作为']));
  });

  it.each([
    ['leads-by-situation', 'situation'],
    ['leads-by-region', 'region'],
    ['leads-by-agency', 'agency'],
    ['leads-by-conduct', 'conduct'],
    ['leads-by-tag', 'issue_tags'],
    ['notices-by-state', 'state'],
    ['correction-by-way', 'way'],
    ['dispositions-by-stage', 'stage'],
  ])('lists behind each figure of %s just so many records, by --where %s', (table, dimension) => {
    const { rows } = reportOf(table);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const where = [`${dimension}=${row[dimension]}`];
      expect(reportOf(table, true, where).rows.length, where.join()).toBe(row.count);
      expect(reportOf(table, false, where).totals?.count, where.join()).toBe(row.count);
    }
  });

  it('tells of a lead among the records what it was counted by', () => {
    const { rows } = reportOf('leads-by-situation', true, ['情形=拒绝或阻挠取证', 'decision=应移送']);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.decision).toBe('应移送');
      expect(row.situation).toContain('拒绝或阻挠取证');
    }
  });

  it('tells beside each lead the last that the commission told of it', () => {
    const { rows } = reportOf('inaction-by-agency', true);
    expect(rows.find((row) => row.lead_no === '示例〔2023〕027')?.result).toBe('办结（2024-03-12）');
    expect(rows.find((row) => row.lead_no === '示例〔2023〕001')?.result).toBeNull();
  });

  it('narrows what a table counts by itself, never widens it', () => {
    expect(reportOf('inaction-by-agency', true, ['conduct=乱作为']).rows).toEqual([]);
    expect(reportOf('inaction-by-agency', false, ['conduct=乱作为']).totals?.count).toBe(0);
  });

  it('refuses a condition that means nothing and names the nearest value', () => {
    expect(() => reportOf('leads-by-region', false, ['行为类型=行政不做为'])).toThrow(
      expect.objectContaining({ code: 'where-value-unknown', hint: expect.stringContaining('是否指“行政不作为”') }),
    );
    expect(() => reportOf('leads-by-region', false, ['行政不作为'])).toThrow('看不懂');
    expect(() => reportOf('leads-by-region', false, ['行为=乱作为'])).toThrow('不能按“行为”统计');
  });

  it('shows every cell of every table alike in CSV, Markdown and HTML', async () => {
    for (const { id } of listTables()) {
      const report = reportOf(id);
      const { columns, rows, totals } = report;
      const expected = (totals ? [...rows, totals] : rows).map((row) => columns.map((column) => cellText(row, column)));
      const csv: string[][] = parse(String(await renderReport('csv', report, PLAIN)), {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
      });
      const begin = csv.findIndex(
        (line) => line.length === columns.length && line[0]?.startsWith(columns[0]?.title ?? ''),
      );
      expect(csv.slice(begin + 1, begin + 1 + expected.length), `${id} csv`).toEqual(expected);
      const html = String(await renderReport('html', report, PLAIN));
      const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) =>
        (match[1] ?? '')
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      );
      expect(cells, `${id} html`).toEqual(expected.flat());
      const lines = String(await renderReport('md', report, PLAIN))
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .slice(2)
        .map((line) => line.slice(2, -2).replaceAll('**', '').replaceAll('\\', '').split(' | '));
      expect(lines, `${id} md`).toEqual(expected);
    }
  });

  it('holds the same numbers in JSON and, as real numbers, in a workbook with a sheet per table', async () => {
    const pack = makePack(surroundings, 'monthly', SCOPE);
    const book = new ExcelJS.Workbook();
    const bytes = await renderPack('xlsx', pack.title, pack.reports);
    // exceljs declares an older Buffer type than Node's.
    await book.xlsx.load(Buffer.from(bytes as Uint8Array) as unknown as ArrayBuffer);
    expect(book.worksheets).toHaveLength(pack.reports.length);
    for (const [i, report] of pack.reports.entries()) {
      const json = JSON.parse(String(await renderReport('json', report, PLAIN)));
      expect(json).toMatchObject({ rows: report.rows, recordCount: report.caption.recordCount });
      const numbers = report.rows.flatMap((row) =>
        report.columns.map(({ id }) => row[id]).filter((cell) => typeof cell === 'number'),
      );
      const sheet = book.worksheets[i];
      const found: number[] = [];
      sheet?.eachRow((line, at) => {
        const body = at > sheet.rowCount - (report.notes?.length ?? 0) - (report.totals ? 1 : 0);
        if (!body) line.eachCell((cell) => typeof cell.value === 'number' && found.push(cell.value));
      });
      expect(found, report.caption.table).toEqual(numbers);
    }
  });

  it('writes a pack as one page and one document with every table under its own title', async () => {
    const pack = makePack(surroundings, 'monthly', { ...SCOPE, period: '2024-05' });
    const html = String(await renderPack('html', pack.title, pack.reports));
    const document = String(await renderPack('md', pack.title, pack.reports));
    expect(html.match(/<section/g)).toHaveLength(pack.reports.length);
    for (const { caption } of pack.reports) {
      expect(html).toContain(`<h2>${caption.title}</h2>`);
      expect(document).toContain(`## ${caption.title}`);
      expect(caption.period.title).toBe('2024年5月');
    }
  });

  it('leaves out of a pack what does not understand the filter, and says which', () => {
    const pack = makePack(surroundings, 'monthly', { ...SCOPE, region: '盘山县' });
    expect(pack.leftOut.map(({ id }) => id)).toContain('legal-service');
    expect(pack.reports.map(({ caption }) => caption.table)).toContain('zero-transfer');
  });

  it('refuses an unknown pack and names the nearest', () => {
    expect(() => makePack(surroundings, 'montly', SCOPE)).toThrow('没有报表包“montly”');
  });
});
