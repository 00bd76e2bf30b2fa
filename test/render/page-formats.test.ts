import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/domain/chart.js';
import { renderReport } from '../../src/render/index.js';
import { PLAIN } from '../../src/render/layout.js';
import { SAMPLE } from './sample-report.js';

const bars: Chart = {
  kind: 'bars',
  title: '线索数 <前三>',
  unit: '件',
  categories: ['某市自然资源和规划局（某市林业和草原局）第三分局', '乙', '丙'],
  series: [{ name: '线索数', values: [3, 0, null] }],
};
const charts: readonly Chart[] = [
  bars,
  { ...bars, kind: 'trend', series: [...bars.series, { name: '合计', values: [4, 5, 6] }] },
  { ...bars, kind: 'funnel' },
  { ...bars, kind: 'heat' },
];

describe('Markdown', () => {
  it('is a table with numbers to the right in which no text becomes markup', async () => {
    await expect(await renderReport('md', SAMPLE, PLAIN)).toMatchFileSnapshot('golden/report.md');
  });
});

describe('HTML', () => {
  const page = async (): Promise<string> => String(await renderReport('html', { ...SAMPLE, charts }, PLAIN));

  it('carries the caption, every cell and the notes, with text that stays text', async () => {
    const html = await page();
    for (const part of ['统计时段', '链头', '-91.9%', '—', '1200', '合计', SAMPLE.notes?.[0] ?? ''])
      expect(html).toContain(part);
    expect(html).toContain('-1+2 &lt;b&gt;&amp;');
    expect(html).not.toContain('<b>');
  });

  it('draws every kind of chart inline, in the colour of the page', async () => {
    const html = await page();
    expect(html.match(/<svg role="img"/g)).toHaveLength(4);
    expect(html).toContain('currentColor');
    expect(html).not.toMatch(/#01020[34]/);
  });

  it('runs no script and asks the network for nothing', async () => {
    expect(await page()).not.toMatch(/<script|<link|<img|<iframe|@import|url\(\s*["']?http|(src|href)\s*=/i);
  });
});

describe('XLSX', () => {
  const opened = async (): Promise<ExcelJS.Worksheet> => {
    const book = new ExcelJS.Workbook();
    const bytes = await renderReport('xlsx', SAMPLE, PLAIN);
    // exceljs declares an older Buffer type than Node's.
    await book.xlsx.load(Buffer.from(bytes as Uint8Array) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };

  it('opens in a second reader with title, caption, heading, real numbers and real dates', async () => {
    const sheet = await opened();
    expect(sheet.name).toBe('问题线索按单位统计');
    expect(sheet.getCell('A1').value).toBe('问题线索按单位统计');
    expect(sheet.getCell('A6').value).toBe('记录数：1234');
    expect(sheet.getCell('C9').value).toBe('线索数（件）');
    expect(sheet.getCell('C10').value).toBe(1200);
    expect(sheet.getCell('D10').value).toBe(-0.9194);
    expect(sheet.getCell('D10').numFmt).toBe('0.0%');
    expect(sheet.getCell('E10').value).toEqual(new Date('2024-05-08T00:00:00Z'));
    expect(sheet.getCell('D11').value).toBe('—');
    expect(sheet.getCell('A13').value).toBe('合计');
    expect(sheet.getCell('A14').value).toContain('注：');
  });

  it('keeps a formula in a record as text', async () => {
    const cell = (await opened()).getCell('A11');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe('=HYPERLINK("http://x")');
  });

  it('freezes the heading and gives columns the width of what they hold', async () => {
    const sheet = await opened();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 9 });
    expect(sheet.getColumn(1).width).toBe(50);
    expect(sheet.getColumn(3).width).toBeLessThan(20);
  });

  it('has room for wrapped text, whatever program opens it, and notes over the whole width', async () => {
    const long = '（示例，虚构）'.repeat(12);
    const book = new ExcelJS.Workbook();
    const report = { ...SAMPLE, rows: [{ agency: long, count: 1 }], notes: [long] };
    await book.xlsx.load(
      Buffer.from((await renderReport('xlsx', report, PLAIN)) as Uint8Array) as unknown as ArrayBuffer,
    );
    const sheet = book.worksheets[0];
    const first = sheet?.getRow(10);
    // 168 columns of text in a column of 50.
    expect(first?.height).toBe(4 * 15);
    expect(first?.getCell(1).font.name).toBe('宋体');
    expect(sheet?.getRow(9).height).toBe(15);
    expect(sheet?.getCell(`B${sheet.rowCount}`).isMerged).toBe(true);
  });

  it('is the same bytes for the same report', async () => {
    expect(await renderReport('xlsx', SAMPLE, PLAIN)).toEqual(await renderReport('xlsx', SAMPLE, PLAIN));
  });
});

describe('同一份报表', () => {
  it('shows the same numbers in every format', async () => {
    const shown = ['1200', '-3', '1197'];
    for (const format of ['table', 'csv', 'json', 'md', 'html']) {
      const text = String(await renderReport(format, SAMPLE, PLAIN));
      expect(
        shown.filter((number) => !text.includes(number)),
        format,
      ).toEqual([]);
    }
  });
});
