/** What the build prepares for a fast start may be missing, damaged or out of date: the answers are the same. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROGRAM, runProgram } from '../scenarios/scenario.js';
import { csv, desk, leadRow } from './desk.js';

const ROOT = join(dirname(PROGRAM), '..');
const SHIPPED = fileURLToPath(new URL('../../rules/seven-situations.yaml', import.meta.url));

/** A copy of the program whose prepared code has been changed. */
const programWith = (change: (code: Buffer) => Buffer | null): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of ['rules', 'data', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
  for (const name of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, 'dist', name);
    if (!name.endsWith('.cache')) continue;
    const changed = change(readFileSync(path));
    if (changed === null) rmSync(path);
    else writeFileSync(path, changed);
  }
  return join(folder, 'bin/xingji.js');
};

describe('code that the build has compiled beforehand', () => {
  it.each<[string, (code: Buffer) => Buffer | null]>([
    ['is missing', () => null],
    ['is empty', () => Buffer.alloc(0)],
    ['is cut short', (code) => code.subarray(0, code.length >> 1)],
    ['has a wrong byte near the end', (code) => code.fill((code.at(-99) ?? 0) ^ 1, code.length - 99, code.length - 98)],
    [
      'has a wrong byte',
      (code) => code.fill((code[code.length >> 1] ?? 0) ^ 1, code.length >> 1, (code.length >> 1) + 1),
    ],
    ['is something else', () => Buffer.from('something else that is long enough to hold a seal and more')],
  ])('is done without where it %s', (_, change) => {
    const at = desk('shipped');
    at.lay('一.csv', csv([leadRow('甲-1')]));
    const program = programWith(change);
    const call = ['check', '一.csv', '--json', '--now', '2024-05-20T09:00:00'];
    const { stdout, stderr, exit } = runProgram(call, at.folder, {}, '', program);
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(JSON.parse(stdout).leads).toEqual(JSON.parse(runProgram(call, at.folder).stdout).leads);
    // Reports have a script of their own.
    const tables = (from: string): string => runProgram(['report', '--list', '--json'], at.folder, {}, '', from).stdout;
    expect(tables(program)).toBe(tables(PROGRAM));
  });
});

describe('a rule file', () => {
  const text = readFileSync(SHIPPED, 'utf8');

  it('is read anew where it differs from the shipped one', () => {
    const at = desk('shipped');
    at.lay('一.csv', csv([leadRow('甲-1')]));
    at.lay('同.yaml', text);
    at.lay('异.yaml', text.replace(/^version: .*$/m, 'version: 9.9.9'));
    const versionBy = (rules: string): string => at.json('check', '一.csv', '--rules', rules).ruleFile.version;
    expect(versionBy('同.yaml')).not.toBe('9.9.9');
    expect(versionBy('异.yaml')).toBe('9.9.9');
  });

  it('is told with its place where an edit of the shipped one breaks it', () => {
    const at = desk('shipped');
    at.lay('错.yaml', text.replace(/^version: .*$/m, 'version: 九'));
    const line = text.slice(0, text.search(/^version:/m)).split('\n').length;
    const { exit, stdout } = at.run('rules', 'check', '错.yaml');
    expect(exit).toBe(4);
    expect(stdout).toContain(`第 ${line} 行第 1 列`);
  });
});
