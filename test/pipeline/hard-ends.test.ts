/** Ends that nobody planned: the program killed in mid-import, two processes at one ledger, a ledger altered or not a ledger. */
import { spawn } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { csv, type Desk, desk, leadRow, NOTHING } from '../cli/desk.js';
import { PROGRAM } from '../scenarios/scenario.js';

const CONFIG =
  'office: {name: 某市委依法治市办, region: "211100", numberPrefix: 某法治办移}\nreceivers: [{region: "211100", name: 某市纪委监委}]\n';

const start = (at: Desk, ...args: string[]): { readonly done: Promise<number | null>; kill(): void } => {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--now', '2024-05-20T09:00:00', '--operator', '张三'], {
    cwd: at.folder,
    stdio: 'ignore',
  });
  return { done: new Promise((resolve) => child.on('close', resolve)), kill: () => void child.kill('SIGKILL') };
};

describe('a program killed in the middle of an import', () => {
  it('leaves a ledger that verifies and holds all of the earlier file and nothing of the later', async () => {
    const at = desk();
    at.lay('先.csv', csv([leadRow('先-1'), leadRow('先-2', NOTHING)]));
    at.run('import', '先.csv');
    at.lay(
      '后.csv',
      csv(Array.from({ length: 50_000 }, (_, i) => leadRow(`后-${i}`, i % 5 === 0 ? undefined : NOTHING))),
    );
    const size = statSync(join(at.folder, 'xingji.db')).size;
    const running = start(at, 'import', '后.csv', '--quiet');
    // The write-ahead or the file itself grows once rows go in: that is the middle of the import.
    const grown = (): boolean =>
      ['xingji.db', 'xingji.db-wal', 'xingji.db-journal'].some(
        (name) => existsSync(join(at.folder, name)) && statSync(join(at.folder, name)).size > size + (1 << 20),
      );
    for (let waited = 0; waited < 30_000 && !grown(); waited += 20) await pause(20);
    running.kill();
    await running.done;
    // Reading comes first: a reader must cope with what the kill left behind.
    expect(at.json('ledger', 'verify', '--statistics')).toMatchObject({ ok: true, problems: [] });
    // The work is taken up again at once.
    at.lay('又.csv', csv([leadRow('又-1')]));
    expect(at.json('import', '又.csv').totals.added).toBe(1);
    expect(at.json('ledger', 'verify', '--statistics')).toMatchObject({ ok: true, problems: [] });
    expect([3, 50_003]).toContain(at.rows('SELECT count(*) n FROM lead')[0].n);
  });
});

describe('two processes at one ledger', () => {
  it('issue distinct numbers without a gap', async () => {
    const at = desk();
    at.lay('xingji.yaml', CONFIG);
    const numbers = Array.from({ length: 60 }, (_, i) => `庚-${i}`);
    at.lay('一.csv', csv(numbers.map((leadNo) => leadRow(leadNo))));
    at.run('import', '一.csv');
    const both = [numbers.slice(0, 30), numbers.slice(30)].map(
      (part) => start(at, 'notice', 'issue', '--approve', ...part).done,
    );
    expect(await Promise.all(both)).toEqual([0, 0]);
    const given = at.rows('SELECT 发文字号 FROM 移送函').map((notice) => Number(/(\d+)号$/.exec(notice.发文字号)?.[1]));
    expect(given.sort((a: number, b: number) => a - b)).toEqual(numbers.map((_, i) => i + 1));
    expect(at.json('ledger', 'verify', '--statistics').ok).toBe(true);
  });
});

describe('a ledger that cannot be trusted or used', () => {
  it('is named as altered with exit 6, as no ledger or as missing with exit 5; the clock may not run behind its head', async () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('辛-1')]));
    at.run('import', '一.csv');
    const behind = at.runWith({ now: '2023-01-01T09:00:00' }, 'import', '一.csv', '--json');
    expect([behind.exit, JSON.parse(behind.stdout).ok]).toEqual([2, false]);
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(join(at.folder, 'xingji.db'));
    database.exec("UPDATE lead SET agency = '另一单位'");
    database.close();
    const verified = at.run('ledger', 'verify', '--json');
    expect(verified.exit).toBe(6);
    expect(JSON.parse(verified.stdout)).toMatchObject({ schemaVersion: 1, ok: false });
    expect(JSON.parse(verified.stdout).problems.length).toBeGreaterThan(0);
    writeFileSync(join(at.folder, '文.db'), '这不是台账');
    for (const name of ['文.db', '无.db']) {
      const outcome = at.run('report', '--ledger', name, '--json');
      expect(outcome.exit, name).toBe(5);
      expect(JSON.parse(outcome.stdout), name).toMatchObject({ schemaVersion: 1, ok: false });
    }
    expect(at.run('import', '一.csv', '--ledger', '文.db').exit).toBe(5);
    expect(at.read('文.db').toString()).toBe('这不是台账');
  });
});
