/** Faulty input beside good input: its own finding with place and cure, the good records in, the bad ones given back, no half. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, desk, type Json, LEAD_HEADINGS, leadRow, NOTHING, TRANSFER } from '../cli/desk.js';

const GOOD = csv([leadRow('好-1'), leadRow('好-2', NOTHING)]);
const BOMB = `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n`;

/** The parts of a finding that a script relies on. */
const essence = ({ code, severity, path, line, record, cell, heading, value }: Json): Json =>
  Object.fromEntries(
    Object.entries({ code, severity, path, line, record, cell, heading, value }).filter(
      ([, each]) => each !== undefined,
    ),
  );

describe('a record that is not right', () => {
  it('is given back with its place, and the others go in; each kind of fault has its own code', () => {
    const at = desk();
    at.lay('好.csv', GOOD);
    const rows = [
      leadRow('丙-1'),
      ['丙-2', '行政复议', '2024-02-30', '某县某局', TRANSFER, '案卷'],
      ['丙-3', '督察', '2024-05-08', '某县某局', TRANSFER, '案卷'],
      ['丙-4', '行政复议', '2024-05-08', '某县某局', TRANSFER],
      ['丙-5', '行政复议', '2024-05-08', '某县某局', TRANSFER, '案卷', '多出一格'],
      ['丙-1', '行政复议', '2024-05-08', '某县某局', NOTHING, '案卷'],
      ['丙-6', '行政复议', '2024-05-08', '某县某局', '案'.repeat(350_000), '案卷'],
      ['丙-7', '行政复议', '', '某县某局', TRANSFER, '案卷'],
      leadRow('丙-8', NOTHING),
    ];
    at.lay('坏.csv', `某市线索台账\n\n${csv(rows, [...LEAD_HEADINGS.slice(0, 5), '证据材抖'])}`);
    const done = at.json('import', '坏.csv', '好.csv', '--findings', '问题.ndjson');
    expect(done.totals).toEqual({ read: 11, added: 4, amended: 0, unchanged: 0, rejected: 7 });
    for (const file of done.files)
      expect(file.read, file.path).toBe(file.added + file.amended + file.unchanged + file.rejected);
    const found = done.findings.map(essence);
    const error = { severity: 'error', path: '坏.csv' };
    expect(found).toContainEqual({
      code: 'heading-unknown',
      severity: 'warning',
      path: '坏.csv',
      line: 3,
      cell: 'F3',
      heading: '证据材抖',
    });
    expect(found).toContainEqual({
      ...error,
      code: 'date-not-real',
      line: 5,
      record: 2,
      cell: 'C5',
      heading: '发现日期',
      value: '2024-02-30',
    });
    expect(found).toContainEqual({
      ...error,
      code: 'choice-unknown',
      line: 6,
      record: 3,
      cell: 'B6',
      heading: '线索来源',
      value: '督察',
    });
    expect(found).toContainEqual(expect.objectContaining({ ...error, code: 'row-ragged', line: 7, record: 4 }));
    expect(found).toContainEqual(expect.objectContaining({ ...error, code: 'row-ragged', line: 8, record: 5 }));
    expect(found).toContainEqual(expect.objectContaining({ ...error, code: 'duplicate-in-file', line: 9, record: 6 }));
    expect(found).toContainEqual({
      ...error,
      code: 'cell-too-long',
      line: 10,
      record: 7,
      cell: 'E10',
      heading: '主要问题',
      value: `${'案'.repeat(40)}…`,
    });
    expect(found).toContainEqual(
      expect.objectContaining({ ...error, code: 'field-blank', line: 11, record: 8, heading: '发现日期' }),
    );
    expect(done.findingsTotal).toBe(done.findings.length);
    // The file of findings holds the same, one a line, and only its owner reads it.
    const lines = at
      .read('问题.ndjson')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(done.findings);
    expect(at.json('ledger', 'verify', '--statistics').ok).toBe(true);
  });

  it.each(['gb18030', 'utf-8', 'utf-16le'])(
    'once repaired in the rejects file (%s) leaves the ledger of a source that was right at once',
    (encoding) => {
      const at = desk();
      const bytes = (text: string): Uint8Array =>
        execFileSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: text });
      const text = (name: string): string =>
        execFileSync('iconv', ['-f', encoding, '-t', 'utf-8'], { input: at.read(name) }).toString();
      const bad = csv([
        leadRow('丁-1'),
        ['丁-2', '行政复议', '2024-02-30', '某县某局', TRANSFER, '案卷，笔录'],
        leadRow('丁-3', NOTHING),
      ]);
      const mark = encoding === 'utf-16le' ? '\uFEFF' : '';
      at.lay('坏.csv', bytes(mark + bad));
      at.lay('对.csv', bytes(mark + bad.replace('2024-02-30', '2024-02-28')));
      const first = at.json('import', '坏.csv', '--ledger', 'a.db');
      expect(first.totals.rejected).toBe(1);
      expect(first.files[0].rejects).toContain('坏.rejects.csv');
      const rejects = text('坏.rejects.csv');
      expect(rejects).toContain('错误单元格');
      at.lay('坏.rejects.csv', bytes(rejects.replace('2024-02-30', '2024-02-28')));
      expect(at.json('import', '坏.rejects.csv', '--ledger', 'a.db').totals).toEqual({
        read: 1,
        added: 1,
        amended: 0,
        unchanged: 0,
        rejected: 0,
      });
      at.json('import', '对.csv', '--ledger', 'b.db');
      const values = (ledger: string): Json => at.rows('SELECT * FROM 问题线索 ORDER BY 线索编号', ledger);
      expect(values('a.db')).toEqual(values('b.db'));
      // The ledger already has all of it: the corrected source adds nothing.
      expect(at.json('import', '对.csv', '--ledger', 'a.db').totals.unchanged).toBe(3);
    },
  );

  it('of a YAML file comes back as YAML', () => {
    const at = desk();
    at.lay(
      '线索.yaml',
      `- {线索编号: 戊-1, 线索来源: 行政复议, 发现日期: 2024-05-08, 被反映单位: 某县某局, 主要问题: ${TRANSFER}, 证据材料: 案卷}\n- {线索编号: 戊-2, 线索来源: 行政复议, 发现日期: 2024-13-08, 被反映单位: 某县某局, 主要问题: ${TRANSFER}, 证据材料: 案卷}\n`,
    );
    const done = at.json('import', '线索.yaml');
    expect(done.totals).toEqual({ read: 2, added: 1, amended: 0, unchanged: 0, rejected: 1 });
    expect(essence(done.findings[0])).toEqual({
      code: 'date-not-real',
      severity: 'error',
      path: '线索.yaml',
      line: 2,
      record: 2,
      heading: '发现日期',
      value: '2024-13-08',
    });
    at.lay('线索.rejects.yaml', at.read('线索.rejects.yaml').toString().replace('2024-13-08', '2024-03-08'));
    expect(at.json('import', '线索.rejects.yaml').totals).toEqual({
      read: 1,
      added: 1,
      amended: 0,
      unchanged: 0,
      rejected: 0,
    });
  });
});

describe('a file that cannot be read', () => {
  const FILES: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['空.csv', 'file-empty', ''],
    ['只有标记.csv', 'file-empty', '\uFEFF'],
    [
      '坏字节.csv',
      'encoding-broken',
      Buffer.concat([Buffer.from('线索编号,线索来源\n甲,'), Buffer.from([0xff, 0xfe, 0x80, 0x81]), Buffer.from('\n')]),
    ],
    ['压缩.csv', 'workbook-unreadable', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 1, 2, 3])],
    ['图片.csv', 'file-binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['炸弹.yaml', 'yaml-alias-bomb', BOMB],
    ['无表头.csv', 'headings-not-found', '某市问题线索登记表\n'],
  ];

  it('is refused with its reason, the good file of the call goes in, and nothing of the bad one is written', () => {
    const at = desk();
    at.lay('好.csv', GOOD);
    for (const [name, , bytes] of FILES) at.lay(name, bytes);
    const outcome = at.run('import', ...FILES.map(([name]) => name), '没有.csv', '好.csv', '--json');
    expect(outcome.exit).toBe(1);
    const done = JSON.parse(outcome.stdout);
    expect(done.totals).toEqual({ read: 2, added: 2, amended: 0, unchanged: 0, rejected: 0 });
    for (const [name, code] of [...FILES, ['没有.csv', 'file-missing']]) {
      const findings = done.findings.filter((finding: Json) => finding.path === name);
      expect(
        findings.map((finding: Json) => finding.code),
        name,
      ).toEqual([code]);
      expect(findings[0].hint, name).not.toBe('');
    }
    expect(readdirSync(at.folder).filter((name) => name.includes('rejects'))).toEqual([]);
  });

  it('alone ends with exit 3, says so as one JSON document, and leaves no ledger and an existing ledger as it was', () => {
    const at = desk();
    at.lay('好.csv', GOOD);
    for (const [name, , bytes] of FILES) at.lay(name, bytes);
    at.run('import', '好.csv', '--ledger', '有.db');
    const before = at.sha('有.db');
    const outcome = at.run('import', ...FILES.map(([name]) => name), '--json', '--ledger', '有.db');
    expect(outcome.exit).toBe(3);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ schemaVersion: 1, ok: false });
    expect(at.sha('有.db')).toBe(before);
    for (const [name, code] of FILES.slice(1, 3)) {
      const alone = at.run('import', name, '--json', '--ledger', '无.db');
      expect(alone.exit, name).toBe(3);
      expect(JSON.parse(alone.stdout).error.code, name).toBe(code);
      expect(existsSync(join(at.folder, '无.db')), name).toBe(false);
    }
  });
});
