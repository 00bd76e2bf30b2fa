import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.js';
import { KINDS } from '../../src/kinds/index.js';
import { columnList } from '../../src/ledger/columns.js';
import { assessed, importRecords, lead, NOW, openSample } from './sample.js';

/** A copy of lead A1 under another number, as somebody with another program might add one. */
const inserted = `INSERT INTO lead SELECT ${KINDS.filter((kind) => kind.id === 'lead')
  .map((kind) => columnList(kind))
  .join('')
  .replace(/\bid,/, '99,')
  .replace(/\bkey,/, "'A9',")
  .replace(/\bjournal,/, '999,')
  .replace(/\blead_no,/, "'A9',")} FROM lead WHERE key = 'A1'`;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingji-ledger-'));
  path = join(folder, 'l.db');
  const ledger = openSample(path);
  importRecords(ledger, 'lead', [lead('A1', {}, 1), lead('A2', {}, 2), lead('A3', {}, 3)], {
    assess: () => assessed('transfer', ['obstructing-evidence']),
  });
  importRecords(ledger, 'lead', [lead('A2', { remarks: '补充' })], {
    assess: () => assessed('transfer', ['obstructing-evidence']),
  });
  const run = ledger.begin({ command: 'test' });
  run.recordNoticeSteps([
    { leadNo: 'A1', version: 1, step: 'draft', on: '2024-05-20', leadRevision: 1, receiver: null },
  ]);
  run.end();
  ledger.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does to the file what somebody with another SQLite program could do, triggers removed first. */
const tamper = (sql: string): readonly { place: string; message: string }[] => {
  const db = new Database(path);
  for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
    db.exec(`DROP TRIGGER "${name}"`);
  db.exec(sql);
  db.close();
  const ledger = openSample(path);
  const { ok, problems } = ledger.verify({ statistics: true });
  ledger.close();
  expect(ok).toBe(problems.length === 0);
  return problems;
};

describe('verifying a ledger', () => {
  it('finds nothing where nothing was done behind the tool', () => {
    const ledger = openSample(path);
    expect(ledger.verify({ statistics: true })).toMatchObject({ ok: true, records: 3, problems: [] });
    ledger.close();
  });

  it('names the guards that were removed', () => {
    expect(tamper('SELECT 1').map((problem) => problem.place)).toContain('保护 journal_no_update');
  });

  it.each([
    ['an edited record', `UPDATE lead SET agency = '别局' WHERE key = 'A3'`, '问题线索 A3 第 1 版（日志第 3 条）'],
    ['an edited decision', `UPDATE lead SET decision = 'none' WHERE key = 'A3'`, '问题线索 A3 第 1 版（日志第 3 条）'],
    [
      'a record voided by hand',
      `UPDATE lead SET voided = '重复' WHERE key = 'A3'`,
      '问题线索 A3 第 1 版（日志第 3 条）',
    ],
    ['an edited revision', `UPDATE lead_revision SET agency = '别局'`, '问题线索 A2 第 1 版（日志第 2 条）'],
    ['an edited notice', `UPDATE transfer_notice SET state = 'issued'`, '移送函 A1 / 1 第 1 版（日志第 5 条）'],
    ['a removed record', `DELETE FROM lead WHERE key = 'A3'`, '问题线索 A3 第 1 版（日志第 3 条）'],
    ['a removed revision', `DELETE FROM lead_revision`, '问题线索 A2 第 1 版（日志第 2 条）'],
    ['an inserted record', inserted, '问题线索 A9 第 1 版（日志第 999 条）'],
    ['an edited journal row', `UPDATE journal SET line = 9 WHERE seq = 2`, '登记日志第 2 条（lead A2 第 1 版）'],
    ['an edited operator', `UPDATE run SET operator = '别人' WHERE id = 2`, '登记日志第 4 条（lead A2 第 2 版）'],
    ['a removed notice', 'DELETE FROM transfer_notice', '移送函 A1 / 1 第 1 版（日志第 5 条）'],
    ['an edited day', `UPDATE lead SET day = '2020-01-01' WHERE key = 'A3'`, '问题线索 A3 第 1 版（日志第 3 条）'],
    ['another rule file', `UPDATE lead SET rule_file = NULL WHERE key = 'A3'`, '问题线索 A3 第 1 版（日志第 3 条）'],
    ['a removed journal row', `DELETE FROM journal WHERE seq = 2`, '登记日志第 3 条（lead A3 第 1 版）'],
    ['a cut tail', `DELETE FROM journal WHERE seq = 5`, '登记日志末尾'],
    ['an edited count', `UPDATE stat_lead SET n = n + 1`, '统计数 问题线索（合计）'],
    ['an edited letter of the statistics', `UPDATE letter SET state = '已签收'`, '统计用移送函 A1'],
    [
      'an edited count of letters',
      `DELETE FROM stat_letter WHERE cube LIKE '%found_on|%'`,
      '统计数 移送函（行政区划、发现日期，拟稿或已审定） 211100、2024-05-08',
    ],
  ])('names the first place of %s', (_title, sql, place) => {
    // The missing triggers are named too, before everything else.
    const [first] = tamper(sql).filter((problem) => !problem.place.startsWith('保护'));
    expect(first?.place).toBe(place);
  });

  it('refuses changes to journal and revisions while the triggers stand', () => {
    const db = new Database(path);
    expect(() => db.exec(`UPDATE journal SET line = 1`)).toThrow('只能增加');
    expect(() => db.exec('DELETE FROM lead_revision')).toThrow('只能增加');
    db.close();
  });
});

describe('the ledger file', () => {
  it('is readable by its owner alone', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('shows Chinese views without reporters and with masked identity numbers', () => {
    const ledger = openSample(path);
    importRecords(ledger, 'lead', [
      lead('B1', { subject_id: '110101199003077774', reporter: '王某', claimed: ['leaking-case-information'] }),
    ]);
    ledger.close();
    const db = new Database(path, { readonly: true });
    const row = db.prepare(`SELECT * FROM "问题线索" WHERE "线索编号" = 'B1'`).get() as Record<string, unknown>;
    db.close();
    expect(row.身份证号).toBe('1101**********7774');
    expect(Object.keys(row)).not.toContain('反映人');
    expect(row.认定情形).toBe('leaking-case-information');
    expect(row.结论).toBe('不移送');
  });

  it('refuses a clock that runs behind its last entry, and a file that is no ledger', () => {
    expect(() => openSample(path, '2024-05-19T00:00:00')).toThrow(Failure);
    const other = join(folder, 'other.db');
    new Database(other).exec('CREATE TABLE t (a)').close();
    expect(() => openSample(other, NOW)).toThrow('不是 xingji 的台账');
  });

  it('is backed up to a private copy that verifies', async () => {
    const ledger = openSample(path);
    const copy = join(folder, 'copy.db');
    await ledger.backup(copy);
    ledger.close();
    expect(existsSync(copy)).toBe(true);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const again = openSample(copy);
    expect(again.verify({ statistics: false }).ok).toBe(true);
    again.close();
  });

  it('makes letters and counts anew in a ledger of an earlier program, which kept none', () => {
    const db = new Database(path);
    db.exec(`DROP TABLE letter; DROP TABLE stat_letter; DELETE FROM stat_lead; UPDATE meta SET value = 'earlier'
      WHERE name IN ('declaration', 'counted lead')`);
    db.close();
    const ledger = openSample(path);
    expect(ledger.verify({ statistics: true }).problems).toEqual([]);
    const state = { kind: 'letter', measure: 'records', by: ['state'], from: null, to: null } as const;
    expect(ledger.count([state])).toEqual([[{ by: ['拟稿'], period: null, n: 1 }]]);
    ledger.close();
  });
});
