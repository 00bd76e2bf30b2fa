/** Reports as a person and a script get them: periods, filters, formats, files; on a terminal of 80 and of 120 columns. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, runProgram } from '../scenarios/scenario.js';
import { type Desk, desk, type Json } from './desk.js';

let example = '';

/** One import of the worked example serves all: each test copies the ledger. */
const panjin = (): Desk => {
  const at = desk('shipped');
  cpSync(join(example, 'xingji.db'), join(at.folder, 'xingji.db'));
  return at;
};

beforeAll(() => {
  example = mkdtempSync(join(tmpdir(), 'xingji-panjin-'));
  const data = new URL('../../data/panjin', import.meta.url).pathname;
  expect(
    runProgram(['import', data, '--quiet', '--now', '2024-05-20T09:00:00', '--operator', '张三'], example).exit,
  ).toBe(0);
  return () => rmSync(example, { recursive: true, force: true });
});

describe('every table', () => {
  it('is listed, and answers as JSON whose rows are keyed by its columns', () => {
    const at = panjin();
    const { tables } = at.json('report', '--list');
    expect(tables.length).toBeGreaterThan(10);
    // A process per table would be slow: a few of different make here, all of them in the statistics room's own tests.
    for (const id of [
      'overview',
      'leads-by-situation',
      'leads-by-channel',
      'leads-by-agency',
      'leads-by-region',
      'leads-by-conduct',
      'accountability-by-rank',
      'accountability-by-measure',
      'typical-cases',
      'supervision-by-agency',
      'legal-service',
    ]) {
      expect(tables.map((table: Json) => table.id)).toContain(id);
      const made = at.json('report', id);
      expect(made, id).toMatchObject({
        schemaVersion: 1,
        command: 'report',
        table: id,
        recordCount: expect.any(Number),
      });
      const columns = new Set(made.columns.map((column: Json) => column.id));
      for (const row of made.rows) for (const key of Object.keys(row)) expect(columns, id).toContain(key);
    }
  });
});

describe('a part of the time, the regions or the agencies', () => {
  it('adds up to the whole, and every county is printed though nothing came from it', () => {
    const at = panjin();
    const total = (...options: string[]): number => at.json('report', 'leads-by-channel', ...options).recordCount;
    const years = ['2022', '2023', '2024'].map((year) => total('--period', year));
    expect(years.reduce((sum, each) => sum + each, 0)).toBe(total());
    expect(total('--from', '2022-01-01', '--to', '2023-12-31')).toBe((years[0] ?? 0) + (years[1] ?? 0));
    const counties = at.json('report', 'leads-by-region', '--period', '2024Q1').rows;
    expect(counties.length).toBeGreaterThanOrEqual(5);
    expect(total('--region', '盘山县')).toBeLessThan(total());
    expect(total('--as-of', '2020-01-01')).toBe(0);
  });

  it('is refused where it cannot be meant', () => {
    const at = panjin();
    for (const [options, word] of [
      [['--period', '24Q2'], '2024Q2'],
      [['--from', '2024-13-01'], '不是日期'],
      [['--region', '没有县'], '盘山县'],
      [['--as-of', '2024-13-01'], '不是日期'],
      [['leads-by-agency', '--agency', '盘锦市教育'], '是否指“盘锦市教育局”'],
      [['leads-by-agency', '--by', 'conductt'], '是否指“conduct”'],
      [['--out', 'x.doc'], 'report-format-unknown'],
    ] as const) {
      const outcome = at.run('report', ...options);
      expect(outcome.exit, options.join(' ')).toBe(2);
      expect(outcome.stderr, options.join(' ')).toContain(word);
    }
  });
});

describe('a report in a file', () => {
  it.each(['csv', 'json', 'xlsx', 'html', 'md'])(
    'as %s is told by the ending, readable by its owner alone, and the same for the same ledger',
    (format) => {
      const at = panjin();
      for (const name of ['一', '二']) expect(at.run('report', '--out', `${name}.${format}`).exit).toBe(0);
      expect(at.sha(`一.${format}`)).toBe(at.sha(`二.${format}`));
      expect((statSync(join(at.folder, `一.${format}`)).mode & 0o777).toString(8)).toBe('600');
    },
  );
});

/** util-linux: runs a command in a pseudo-terminal. */
const PSEUDO_TERMINAL = '/usr/bin/script';

describe.runIf(existsSync(PSEUDO_TERMINAL))('on a terminal', () => {
  /** What a terminal of so many columns would show, without the carriage returns. */
  const onTerminal = (
    at: Desk,
    columns: number,
    command: string,
    environment: Readonly<Record<string, string>> = {},
  ): string => {
    const { NO_COLOR: _none, ...inherited } = process.env;
    const line = `stty cols ${columns} rows 50; ${process.execPath} ${PROGRAM} ${command} --now 2024-05-20T09:00:00`;
    return spawnSync(PSEUDO_TERMINAL, ['-qec', line, '/dev/null'], {
      cwd: at.folder,
      env: { ...inherited, TERM: 'xterm', ...environment },
      encoding: 'utf8',
    }).stdout.replaceAll('\r', '');
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const bare = (text: string): string => text.replace(/\u001B\[[0-9;?]*[A-Za-z]/g, '');

  it.each([80, 120])(
    'of %i columns no line of a table is wider, and the borders stand under one another',
    (columns) => {
      const at = panjin();
      for (const command of [
        'report',
        'report leads-by-agency',
        'lead list',
        'notice list',
        'report leads-by-region --records',
      ]) {
        const lines = bare(onTerminal(at, columns, command)).split('\n');
        const framed = lines.filter((line) => /^[│┌├└]/.test(line));
        expect(framed.length, command).toBeGreaterThan(3);
        for (const line of lines) expect(stringWidth(line), `${command}: ${line}`).toBeLessThanOrEqual(columns);
        // A table too wide for the terminal goes on in a second one below: each is straight in itself.
        const frames = framed.join('\n').split(/(?<=┘)\n/);
        for (const frame of frames)
          expect(new Set(frame.split('\n').map((line) => stringWidth(line))).size, command).toBe(1);
      }
    },
  );

  it('shows the same words with NO_COLOR, without a control sequence', () => {
    const at = panjin();
    const plain = onTerminal(at, 100, 'report', { NO_COLOR: '1' });
    expect(plain).toBe(bare(plain));
    expect(bare(onTerminal(at, 100, 'report'))).toBe(plain);
    expect(
      execFileSync(process.execPath, [PROGRAM, 'report', '--now', '2024-05-20T09:00:00'], {
        cwd: at.folder,
        encoding: 'utf8',
      }),
    ).not.toContain('\u001B');
  });
});
