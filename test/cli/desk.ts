/**
 * A throw-away desk (办公桌) for tests that a plain-text scenario would tell clumsily: a folder of its own, files laid
 * into it, the built program run in it with a fixed clock and an invented operator, and its JSON read back.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { type Outcome, runProgram } from '../scenarios/scenario.js';
import { QUICK_RULES } from './office-rules.js';

/** JSON as a test reads it: any depth, nothing known beforehand. */
// biome-ignore lint/suspicious/noExplicitAny: a test names the keys that it expects and fails where they are absent
export type Json = any;

export interface Desk {
  readonly folder: string;
  lay(name: string, content: string | Uint8Array): string;
  read(name: string): Buffer;
  sha(name: string): string;
  run(...args: string[]): Outcome;
  runWith(
    settings: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly input?: string | Uint8Array;
      readonly now?: string;
    },
    ...args: string[]
  ): Outcome;
  /** Rows of the ledger, as a colleague's SQLite program reads them: the Chinese views. */
  rows(sql: string, ledger?: string): Json[];
  /** Runs with --json; the one document is parsed, whatever the exit code. */
  json(...args: string[]): Json;
}

/** `shipped`: decided by the rule file that comes with the program, for tests about decisions; else by one phrase. */
export const desk = (rules: 'quick' | 'shipped' = 'quick'): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const runWith: Desk['runWith'] = ({ environment, input, now = '2024-05-20T09:00:00' }, ...args) =>
    runProgram(
      [...(rules === 'quick' ? ['--rules', QUICK_RULES] : []), ...args, '--now', now, '--operator', '张三'],
      folder,
      environment,
      input,
    );
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  return {
    folder,
    lay(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return name;
    },
    read,
    sha: (name) => createHash('sha256').update(read(name)).digest('hex'),
    runWith,
    run: (...args) => runWith({}, ...args),
    rows(sql, ledger = 'xingji.db') {
      const database = new Database(join(folder, ledger), { readonly: true });
      try {
        return database.prepare(sql).all();
      } finally {
        database.close();
      }
    },
    json: (...args) => JSON.parse(runWith({}, ...args, '--json').stdout),
  };
};

/** A lead that meets 拒绝或阻挠取证 and has all that a transfer needs. */
export const TRANSFER = '复议机关两次调取案卷，该局均未提供，副局长要求工作人员把检查记录销毁。';
/** A lead that meets nothing. */
export const NOTHING = '该局办事大厅接待群众态度较好，材料齐全，群众满意，特此登记备查，供以后参考。';

export const LEAD_HEADINGS = ['线索编号', '线索来源', '发现日期', '被反映单位', '主要问题', '证据材料'] as const;

/** One row per lead: number, and the rest in standard form unless said. */
export const leadRow = (leadNo: string, summary = TRANSFER): readonly string[] => [
  leadNo,
  '行政复议',
  '2024-05-08',
  '某县某局',
  summary,
  '复议案卷',
];

export const csv = (rows: readonly (readonly string[])[], headings: readonly string[] = LEAD_HEADINGS): string =>
  `${[headings, ...rows].map((row) => row.join(',')).join('\n')}\n`;
