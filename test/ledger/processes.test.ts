import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.js';
import { importRecords, lead, openSample, sampleOptions } from './sample.js';

const root = new URL('../../', import.meta.url).pathname;
let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xingji-ledger-'));
  program = join(folder, 'other.cjs');
  await build({
    entryPoints: [new URL('./other-process.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
    outfile: program,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = (path: string, task: string, count: number, name: string) =>
  spawn(process.execPath, [program, path, task, String(count), name], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const ended = (child: ReturnType<typeof started>): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)));

describe('two processes on one ledger', () => {
  it('give distinct numbers without gaps when both issue at once', async () => {
    const path = join(folder, 'issue.db');
    openSample(path).close();
    const both = [started(path, 'issue', 40, '甲'), started(path, 'issue', 40, '乙')];
    expect(await Promise.all(both.map(ended))).toEqual([0, 0]);
    const ledger = openSample(path);
    const numbers = ledger.notices({}).map((notice) => Number(/〕(\d+)号/.exec(notice.number ?? '')?.[1]));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
    expect(ledger.verify({ statistics: true })).toMatchObject({ ok: true });
    ledger.close();
  });

  it('leave the ledger as it was when one is killed while it imports', async () => {
    const path = join(folder, 'killed.db');
    const before = openSample(path);
    importRecords(before, 'lead', [lead('A1')]);
    const head = before.head();
    before.close();
    const child = started(path, 'import', 40, '丙');
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGKILL');
    await ended(child);
    const ledger = openSample(path);
    expect(ledger.head()).toBe(head);
    expect(ledger.verify({ statistics: true })).toMatchObject({ ok: true, records: 1 });
    expect(importRecords(ledger, 'lead', [lead('X0-0')])).toMatchObject({ added: 1 });
    ledger.close();
  });

  it('say that the ledger is locked instead of waiting for ever', () => {
    const path = join(folder, 'locked.db');
    openSample(path).close();
    const holder = new Database(path);
    holder.exec('BEGIN IMMEDIATE');
    const ledger = openLedger(sampleOptions({ path, lockWaitMs: 50 }));
    let thrown: unknown;
    try {
      importRecords(ledger, 'lead', [lead('D1')]);
    } catch (failure) {
      thrown = failure;
    }
    expect(thrown).toMatchObject({ code: 'ledger-locked', exit: 5 });
    ledger.close();
    holder.exec('ROLLBACK');
    holder.close();
  });
});
