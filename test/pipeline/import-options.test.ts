/** What the options of `import` and `check` promise: trial runs, all or nothing, changed records, blank cells. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, desk, type Json, LEAD_HEADINGS, leadRow, NOTHING, TRANSFER } from '../cli/desk.js';

const BAD = ['乙-9', '行政复议', '2024-02-30', '某县某局', TRANSFER, '案卷'];

describe('a trial run', () => {
  it('counts what the real run counts and leaves no trace: no ledger, no rejects, the existing ledger byte for byte', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('乙-1'), BAD]));
    at.lay('二.csv', csv([leadRow('乙-1', NOTHING), leadRow('乙-2')]));
    const counted = ({ totals, assessments, situations, noticesDrafted }: Json): Json => ({
      totals,
      assessments,
      situations,
      noticesDrafted,
    });
    const trial = at.json('import', '一.csv', '--dry-run');
    expect(trial.dryRun).toBe(true);
    expect(existsSync(join(at.folder, 'xingji.db'))).toBe(false);
    expect(existsSync(join(at.folder, '一.rejects.csv'))).toBe(false);
    expect(counted(at.json('import', '一.csv'))).toEqual(counted(trial));
    const before = at.sha('xingji.db');
    const second = at.json('import', '二.csv', '--dry-run');
    expect(second.totals).toEqual({ read: 2, added: 1, amended: 1, unchanged: 0, rejected: 0 });
    expect(at.sha('xingji.db')).toBe(before);
    expect(counted(at.json('import', '二.csv'))).toEqual(counted(second));
  });

  it('is also what check does, without any ledger, and tells each lead', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('乙-1'), leadRow('乙-2', NOTHING), BAD]));
    const outcome = at.run('check', '一.csv', '--json');
    expect(outcome.exit).toBe(1);
    const checked = JSON.parse(outcome.stdout);
    expect(checked.totals).toMatchObject({ read: 3, rejected: 1 });
    expect(checked.leads.map((lead: Json) => [lead.leadNo, lead.decision, lead.situations])).toEqual([
      ['乙-1', 'transfer', ['obstructing-evidence']],
      ['乙-2', 'none', []],
    ]);
    const lines = at
      .run('check', '一.csv', '--ndjson')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter((line) => line.leadNo)).toEqual(checked.leads);
    expect(existsSync(join(at.folder, 'xingji.db'))).toBe(false);
  });
});

describe('all or nothing', () => {
  it('writes none of the call where one record is given back, and the ledger stays byte for byte', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('乙-1')]));
    at.lay('二.csv', csv([leadRow('乙-2'), BAD]));
    at.lay('三.csv', csv([leadRow('乙-3')]));
    at.run('import', '一.csv');
    const before = at.sha('xingji.db');
    const outcome = at.run('import', '二.csv', '三.csv', '--all-or-nothing');
    expect(outcome.exit).toBe(1);
    expect(at.sha('xingji.db')).toBe(before);
    expect(at.rows('SELECT 线索编号 FROM 问题线索')).toEqual([{ 线索编号: '乙-1' }]);
  });
});

describe('a record that differs from the ledger', () => {
  const changed = csv([leadRow('乙-1', NOTHING)]);
  it('is amended, kept or given back as asked, and taken back to the older text it is unchanged', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('乙-1')]));
    at.lay('二.csv', changed);
    at.run('import', '一.csv');
    expect(at.rows('SELECT 状态 FROM 移送函').map((notice) => notice.状态)).toEqual(['拟稿']);
    const kept = at.json('import', '二.csv', '--on-change', 'keep');
    expect(kept.totals).toEqual({ read: 1, added: 0, amended: 0, unchanged: 1, rejected: 0 });
    const refused = at.run('import', '二.csv', '--on-change', 'reject', '--json');
    expect([refused.exit, JSON.parse(refused.stdout).totals.rejected]).toEqual([1, 1]);
    expect(at.rows('SELECT 主要问题 FROM 问题线索')[0].主要问题).toBe(TRANSFER);
    expect(at.json('import', '二.csv').totals.amended).toBe(1);
    expect(at.rows('SELECT 主要问题 FROM 问题线索')[0].主要问题).toBe(NOTHING);
    // The draft falls away with the situation.
    expect(at.rows('SELECT 状态 FROM 移送函').map((notice) => notice.状态)).toEqual(['已取消']);
    const older = at.json('import', '一.csv');
    expect(older.totals.unchanged).toBe(1);
    expect(older.findings.length).toBe(1);
    expect(at.json('ledger', 'history', 'lead', '乙-1').entries.map((entry: Json) => entry.revision)).toEqual([1, 2]);
    expect(at.json('ledger', 'verify', '--statistics').ok).toBe(true);
  });

  it('keeps what a blank cell or a missing column leaves out, unless --clear is asked for', () => {
    const at = desk();
    at.lay('一.csv', csv([[...leadRow('乙-1'), '王某']], [...LEAD_HEADINGS, '联系人']));
    at.lay('缺列.csv', csv([leadRow('乙-1')]));
    at.lay('空格.csv', csv([[...leadRow('乙-1'), '']], [...LEAD_HEADINGS, '联系人']));
    at.run('import', '一.csv');
    const contact = (): Json => at.rows('SELECT 联系人 FROM 问题线索')[0].联系人;
    expect(at.json('import', '缺列.csv', '空格.csv').totals).toMatchObject({ amended: 0, unchanged: 2 });
    expect(contact()).toBe('王某');
    expect(at.json('import', '缺列.csv', '--clear').totals.unchanged).toBe(1);
    expect(at.json('import', '空格.csv', '--clear').totals.amended).toBe(1);
    expect(contact()).toBeNull();
  });
});

describe('files that the program writes', () => {
  it('are readable by their owner alone', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('乙-1'), BAD]));
    at.run('import', '一.csv', '--rejects', '退回.csv', '--findings', '问题.ndjson');
    at.run('report', '--out', '总览.csv');
    at.run('ledger', 'backup', '备份.db');
    at.run('notice', 'render', '--all', '--format', 'txt', '--out', '函');
    for (const name of ['xingji.db', '退回.csv', '问题.ndjson', '总览.csv', '备份.db'])
      expect((statSync(join(at.folder, name)).mode & 0o777).toString(8), name).toBe('600');
  });
});
