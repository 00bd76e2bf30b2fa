/** What scripts rely on: one JSON document, exit codes, nearest names, help and examples, files found by default. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../src/cli/commands/index.js';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.js';
import { buildProgram, parse } from '../../src/cli/program.js';
import { VERSION } from '../../src/cli/version.js';
import { csv, desk, leadRow } from './desk.js';

describe('every command', () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s has help, and its examples are command lines that it understands',
    async (name, listed) => {
      const command = { ...listed, ...(await listed.load()) };
      expect(command.summary).not.toBe('');
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        // A redirection or pipe belongs to the shell.
        const typed = example.split(/ [>|] /)[0] ?? '';
        const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
        const parsed = parse(await buildProgram(words, COMMANDS, {}, GLOBAL_OPTIONS, VERSION, 100), words);
        expect(parsed, example).toMatchObject({ command: { name } });
      }
    },
  );
});

describe('the version', () => {
  it('is that of package.json', () => {
    expect(VERSION).toBe(manifest.version);
    expect(desk().run('--version').stdout.trim()).toBe(manifest.version);
  });
});

describe('--json', () => {
  it('gives exactly one document on stdout for whatever is asked, also where it fails', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('壬-1')]));
    at.run('import', '一.csv');
    const calls: readonly (readonly [number, ...string[]])[] = [
      [0, 'lead', 'show', '壬-1'],
      [0, 'explain', '壬-1', '--why-not', '2'],
      [0, 'search', '案卷'],
      [0, 'run', 'show', '1'],
      [0, 'report', '--list'],
      [0, 'report', 'leads-by-region'],
      [0, 'ledger', 'stats'],
      [0, 'due'],
      [0, 'doctor'],
      [2, 'lead', 'show', '壬-2'],
      [2, 'explain', '壬-1', '--why-not', '8'],
      [2, 'run', 'show', '99'],
      [2, 'report', 'leads-by-regio'],
      [2, 'record', 'list', 'leed'],
      [2, 'import'],
      [2, 'nothing'],
      [2, 'import', '一.csv', '--on-change', 'amned'],
      [2, 'import', '一.csv', '--kind', 'leed'],
      [2, 'due', '--within', '三天'],
      [2, 'report', '--config', '没有.yaml'],
      [3, 'import', '没有.csv'],
      [4, 'import', '一.csv', '--rules', '一.csv'],
      [5, 'report', '--ledger', '没有.db'],
    ];
    for (const [exit, ...args] of calls) {
      const outcome = at.run(...args, '--json');
      const what = args.join(' ');
      const document = JSON.parse(outcome.stdout);
      expect(document.schemaVersion, what).toBe(1);
      expect(outcome.exit, what).toBe(exit);
      if (exit > 1) {
        expect(document, what).toMatchObject({
          ok: false,
          error: { code: expect.any(String), message: expect.any(String), hint: expect.any(String) },
        });
        expect(document.error.hint, what).not.toBe('');
      }
    }
  });
});

describe('a name that is not known', () => {
  it.each([
    [['improt'], 'import'],
    [['import', '--dryrun'], '--dry-run'],
    [['notice', 'isue'], 'issue'],
    [['notice', 'list', '--state', 'draftd'], 'drafted'],
    [['import', 'x.csv', '--on-change', 'amned'], 'amend'],
    [['report', 'leads-by-regio', '--ledger', 'x.db'], 'leads-by-region'],
    [['record', 'list', 'leed', '--ledger', 'x.db'], 'lead'],
  ])('%s is refused and the nearest one is named', (args, nearest) => {
    const outcome = desk().run(...args);
    expect(outcome.stderr).toContain(`是否指“${nearest}”`);
    expect(outcome.exit).toBe(2);
  });
});

describe('where the ledger lies', () => {
  it('is said by --ledger, else XINGJI_LEDGER, else the config found upwards, else the working folder', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('癸-1')]));
    const made = (name: string): boolean => existsSync(join(at.folder, name));
    at.run('import', '一.csv');
    expect(made('xingji.db')).toBe(true);
    at.lay('xingji.yaml', 'ledger: 配置.db\n');
    at.run('import', '一.csv');
    expect(made('配置.db')).toBe(true);
    at.runWith({ environment: { XINGJI_LEDGER: '环境.db' } }, 'import', '一.csv');
    expect(made('环境.db')).toBe(true);
    at.runWith({ environment: { XINGJI_LEDGER: '环境.db' } }, 'import', '一.csv', '--ledger', '选项.db');
    expect(made('选项.db')).toBe(true);
  });
});
