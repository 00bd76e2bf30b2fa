/**
 * Reports opened by the programs that people have: the workbook by LibreOffice, the page by Chromium on a desk and on a phone, dark and
 * light. Where a program is not on the machine its tests are left out; .ci/run installs both where it may.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { StatisticsReport } from '../../src/domain/table.js';
import { cellText } from '../../src/render/cell-text.js';
import { renderPack } from '../../src/render/index.js';
import { SAMPLE } from './sample-report.js';

const found = (names: readonly string[]): string | null =>
  names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;

const OFFICE = found(['soffice', 'libreoffice']);
const BROWSER = found(['chromium', 'chromium-browser', 'google-chrome']);

const folder = mkdtempSync(join(tmpdir(), 'xingji-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECOND: StatisticsReport = {
  ...SAMPLE,
  caption: { ...SAMPLE.caption, title: '各县（区）分布' },
  columns: [
    { id: 'region', title: '行政区划', type: 'text' },
    { id: 'count', title: '线索数', type: 'count', unit: '件' },
  ],
  rows: [
    { region: '盘山县', count: 12 },
    { region: '大洼区', count: 0 },
  ],
  totals: { region: '合计', count: 12 },
  charts: [
    {
      kind: 'bars',
      title: '线索数',
      unit: '件',
      categories: ['盘山县', '大洼区'],
      series: [{ name: '线索数', values: [12, 0] }],
    },
    {
      kind: 'trend',
      title: '走势',
      unit: '件',
      categories: ['1月', '2月'],
      series: [{ name: '合计', values: [5, 7] }],
    },
    {
      kind: 'funnel',
      title: '漏斗',
      unit: '件',
      categories: ['线索', '移送'],
      series: [{ name: '线索数', values: [12, 4] }],
    },
    {
      kind: 'heat',
      title: '分布',
      unit: '件',
      categories: ['应移送', '不移送'],
      series: [{ name: '盘山县', values: [3, 9] }],
    },
  ],
};

const REPORTS = [SAMPLE, SECOND];

describe.skipIf(OFFICE === null)('LibreOffice', () => {
  it('opens the workbook and shows in every sheet what the table shows', async () => {
    writeFileSync(join(folder, 'pack.xlsx'), (await renderPack('xlsx', '月报', REPORTS)) as Uint8Array);
    // The last mark asks for every sheet, each in a file of its own; numbers as the sheet shows them.
    execFileSync(
      OFFICE ?? '',
      [
        `-env:UserInstallation=file://${folder}/office`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
        '--outdir',
        folder,
        join(folder, 'pack.xlsx'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    for (const { caption, columns, rows, totals } of REPORTS) {
      const shown: string[][] = parse(readFileSync(join(folder, `pack-${caption.title}.csv`), 'utf8'), {
        bom: true,
        relax_column_count: true,
      });
      const begin = shown.findIndex((line) => line[0] === columns[0]?.title);
      const expected = [...rows, ...(totals ? [totals] : [])].map((row) =>
        columns.map((column) => cellText(row, column)),
      );
      expect(shown.slice(begin + 1, begin + 1 + expected.length)).toEqual(expected);
    }
  }, 150_000);
});

/** What a page measures in a frame of that width, told in the title of the page around it. */
const MEASURE = `const d = document.querySelector('iframe').contentDocument;
const style = d.defaultView.getComputedStyle(d.body);
const svg = [...d.querySelectorAll('svg')].map((s) => s.getBoundingClientRect());
document.title = JSON.stringify({ over: d.documentElement.scrollWidth - d.documentElement.clientWidth,
  charts: svg.filter((s) => s.width > 250 && s.height > 50).length, paper: style.backgroundColor, ink: style.color });`;

interface Measured {
  readonly over: number;
  readonly charts: number;
  readonly paper: string;
  readonly ink: string;
}

const measured = async (width: number, dark: boolean): Promise<Measured> => {
  writeFileSync(join(folder, 'page.html'), String(await renderPack('html', '月报', REPORTS)));
  writeFileSync(
    join(folder, 'frame.html'),
    `<iframe src="page.html" style="width:${width}px;height:800px;border:0" onload="${MEASURE.replaceAll('"', '&quot;')}"></iframe>`,
  );
  const page = execFileSync(
    BROWSER ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--allow-file-access-from-files',
      ...(dark ? ['--force-dark-mode'] : []),
      `--user-data-dir=${folder}/browser-${width}-${dark}`,
      '--virtual-time-budget=3000',
      '--dump-dom',
      `file://${folder}/frame.html`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 },
  );
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  return JSON.parse(title.replaceAll('&quot;', '"'));
};

const lightness = (colour: string): number => Number(/\d+/.exec(colour)?.[0]);

describe.skipIf(BROWSER === null)('Chromium', () => {
  it.each([
    ['on a desk', 1200],
    ['on a phone', 390],
  ])(
    'shows the page %s without scrolling sideways, every chart in sight',
    async (_, width) => {
      expect(await measured(width, false)).toMatchObject({ over: 0, charts: 4 });
    },
    90_000,
  );

  it('shows light on dark where the reader has it dark, else dark on light', async () => {
    const [day, night] = [await measured(1200, false), await measured(1200, true)];
    expect(lightness(day.paper) - lightness(day.ink)).toBeGreaterThan(150);
    expect(lightness(night.ink) - lightness(night.paper)).toBeGreaterThan(150);
  }, 120_000);
});
