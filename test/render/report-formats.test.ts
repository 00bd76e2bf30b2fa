import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../src/render/format-names.js';
import { renderReport } from '../../src/render/index.js';
import { PLAIN } from '../../src/render/layout.js';
import { SAMPLE } from './sample-report.js';

const text = async (format: string): Promise<string> => String(await renderReport(format, SAMPLE, PLAIN));

describe('CSV', () => {
  it('opens in spreadsheet programs: BOM, CRLF, caption above, notes below', async () => {
    await expect(await text('csv')).toMatchFileSnapshot('golden/report.csv');
    expect((await text('csv')).startsWith('\uFEFF问题线索按单位统计\r\n')).toBe(true);
  });

  it('defuses formulas in text and leaves negative numbers numbers', async () => {
    const rows: string[][] = parse(await text('csv'), { bom: true, relax_column_count: true });
    const row = rows.find((cells) => cells[0]?.includes('HYPERLINK'));
    expect(row).toEqual([`'=HYPERLINK("http://x")`, `'-1+2 <b>&`, '-3', '—', '—']);
  });
});

describe('JSON', () => {
  it('has the keys that scripts rely on, rows keyed by column id and counts as numbers', async () => {
    const report = JSON.parse(await text('json'));
    expect(Object.keys(report).slice(0, 6)).toEqual(['schemaVersion', 'command', 'table', 'title', 'period', 'asOf']);
    expect(report).toMatchObject({
      schemaVersion: 1,
      command: 'report',
      period: { from: '2024-01-01', to: '2024-12-31' },
      filters: { region: '盘山县' },
      recordCount: 1234,
      chainHead: SAMPLE.caption.chainHead,
      ruleFile: SAMPLE.caption.ruleFile,
      columns: SAMPLE.columns,
      rows: SAMPLE.rows,
      totals: SAMPLE.totals,
    });
  });
});

describe('输出格式', () => {
  it('can all be made, by the names that the command line offers', async () => {
    for (const format of REPORT_FORMATS)
      expect((await renderReport(format, SAMPLE, PLAIN)).length).toBeGreaterThan(100);
  });

  it('refuses an unknown one and names the nearest', async () => {
    await expect(text('xslx')).rejects.toMatchObject({ code: 'report-format-unknown', exit: 2 });
  });
});
