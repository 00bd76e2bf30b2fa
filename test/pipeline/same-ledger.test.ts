/** The same leads in every form that offices keep give one ledger; order and repetition do not matter. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { csv, type Desk, desk, type Json, NOTHING, TRANSFER } from '../cli/desk.js';

const HEADINGS = [
  '线索编号',
  '线索来源',
  '发现日期',
  '行政区划',
  '被反映单位',
  '行为类型',
  '主要问题',
  '认定情形',
  '证据材料',
  '问题标签',
];
const ROWS = [
  ['甲-1', '行政复议', '2024-05-08', '盘山县', '某县某局', '行政不作为', TRANSFER, '2', '复议案卷', '破坏营商环境'],
  ['甲-2', '法治督察', '2024-05-09', '211122', '某县某局', '无', NOTHING, '', '督察笔录', ''],
  [
    '甲-3',
    '其他',
    '2024-05-10',
    '',
    '某市某局',
    '',
    '经查，该科科长把举报材料和举报人姓名告诉了被举报的企业负责人。',
    '6',
    '',
    '',
  ],
  [
    '甲-4',
    '执法监督',
    '2024-05-11',
    '',
    '某市某局',
    '',
    '登记人认为属于其他情形，写明请研判，材料附后，尚无其他说明。',
    '7',
    '谈话记录',
    '',
  ],
];
const yaml = (): string =>
  ROWS.map(
    (row) => `- ${HEADINGS.flatMap((heading, i) => (row[i] ? [`${heading}: "${row[i]}"`] : [])).join('\n  ')}\n`,
  ).join('');
const gb18030 = (text: string): Buffer => execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });

const FORMS: readonly (readonly [string, string | Uint8Array])[] = [
  ['线索.csv', csv(ROWS, HEADINGS)],
  ['线索-bom.csv', `\uFEFF${csv(ROWS, HEADINGS).replaceAll('\n', '\r\n')}`],
  ['线索-gb.csv', gb18030(`某市问题线索登记表\n${csv(ROWS, HEADINGS)}`)],
  [
    '线索-utf16.txt',
    Buffer.from(`\uFEFF${csv(ROWS, HEADINGS).replaceAll(',', '\t').replaceAll('\n', '\r\n')}`, 'utf16le'),
  ],
  ['线索-分号.csv', csv(ROWS, HEADINGS).replaceAll(',', ';')],
  ['线索.yaml', yaml()],
  [
    '线索-另一顺序.csv',
    csv(
      [...ROWS].reverse().map((row) => [...row].reverse()),
      [...HEADINGS].reverse(),
    ),
  ],
];

/** What a ledger holds, without where it came from, in which order and when. */
const content = (at: Desk, ledger: string): Json => ({
  leads: at.rows('SELECT * FROM 问题线索 ORDER BY 线索编号', ledger),
  notices: at.rows('SELECT * FROM 移送函 ORDER BY 线索编号', ledger),
  persons: at.rows('SELECT * FROM 被反映人 ORDER BY 线索编号', ledger),
});

describe('the same leads in different files', () => {
  it('give the same ledger content, decisions and notices, whatever the format, encoding and order of columns and rows', () => {
    const at = desk('shipped');
    const contents = FORMS.map(([name, bytes], i) => {
      at.lay(name, bytes);
      const done = at.json('import', name, '--ledger', `${i}.db`);
      expect(done.totals, name).toEqual({ read: 4, added: 4, amended: 0, unchanged: 0, rejected: 0 });
      expect(done.assessments, name).toEqual({ transfer: 1, supplement: 1, review: 1, none: 1 });
      return content(at, `${i}.db`);
    });
    for (const [i, each] of contents.entries()) expect(each, FORMS[i]?.[0]).toEqual(contents[0]);
    expect(contents[0].leads.map((lead: Json) => lead.结论)).toEqual(['应移送', '不移送', '待补正', '待研判']);
  });

  it('add and amend nothing when they come again in another form', () => {
    const at = desk('shipped');
    for (const [name, bytes] of FORMS) at.lay(name, bytes);
    at.json('import', '线索.csv');
    const before = content(at, 'xingji.db');
    const again = at.json('import', ...FORMS.map(([name]) => name));
    for (const { path, ...counts } of again.files)
      expect(counts, path).toMatchObject({ read: 4, added: 0, amended: 0, unchanged: 4, rejected: 0 });
    expect(again.noticesDrafted).toBe(0);
    expect(content(at, 'xingji.db')).toEqual(before);
    expect(at.json('ledger', 'verify', '--statistics').ok).toBe(true);
  });
});

describe('files of one call', () => {
  const PERSONS = csv(
    [['甲-1', '陈某', '副局长', '乡科级副职', '某县某局']],
    ['线索编号', '被反映人', '职务', '职级', '单位'],
  );
  const OUTCOMES = csv([['甲-1', '处置', '2024-05-18']], ['线索编号', '办理环节', '日期']);

  it('may stand in any order: leads are recorded before what refers to them', () => {
    const at = desk('shipped');
    const files = [
      at.lay('线索.csv', csv(ROWS, HEADINGS)),
      at.lay('被反映人.csv', PERSONS),
      at.lay('处置.csv', OUTCOMES),
    ];
    const orders = [files, [...files].reverse(), [files[1], files[0], files[2]].map(String)];
    const made = orders.map((order, i) => {
      const done = at.json('import', ...order, '--ledger', `${i}.db`);
      expect(done.totals, order.join(' ')).toEqual({ read: 6, added: 6, amended: 0, unchanged: 0, rejected: 0 });
      return { ...content(at, `${i}.db`), stats: at.json('ledger', 'stats', '--ledger', `${i}.db`) };
    });
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
    expect(made[0].stats.openLinks).toEqual([]);
  });

  it('may be given as folder, as glob, or by hand with the same result; each file once', () => {
    const at = desk('shipped');
    at.lay('收件/线索.csv', csv(ROWS.slice(0, 2), HEADINGS));
    at.lay('收件/下级/线索.yaml', yaml());
    at.lay('收件/被反映人.csv', PERSONS);
    const byFolder = at.json('import', '收件', '--ledger', 'a.db');
    const byHand = at.json('import', '收件/下级/线索.yaml', '收件/线索.csv', '收件/被反映人.csv', '--ledger', 'b.db');
    const byGlob = at.json('import', '收件/**/*', '收件/线索.csv', '--ledger', 'c.db');
    for (const each of [byFolder, byHand, byGlob])
      expect(each.totals).toEqual({ read: 7, added: 5, amended: 0, unchanged: 2, rejected: 0 });
    expect(content(at, 'b.db')).toEqual(content(at, 'a.db'));
    expect(content(at, 'c.db')).toEqual(content(at, 'a.db'));
  });

  it('may come through a pipe, and several kinds in the documents of one YAML file', () => {
    const at = desk('shipped');
    const piped = at.runWith({ input: gb18030(csv(ROWS, HEADINGS)) }, 'import', '-', '--json', '--ledger', 'a.db');
    expect(JSON.parse(piped.stdout).totals.added).toBe(4);
    const mixed = `kind: lead\nrecords:\n${yaml().replace(/^/gm, '  ').trimEnd()}\n---\nkind: subject\nrecords:\n  - {lead_no: 甲-1, name: 陈某, post: 副局长}\n`;
    at.lay('混合.yaml', mixed);
    const both = at.json('import', '混合.yaml', '--ledger', 'b.db');
    expect(both.totals).toEqual({ read: 5, added: 5, amended: 0, unchanged: 0, rejected: 0 });
    expect({ ...content(at, 'b.db'), persons: [] }).toEqual(content(at, 'a.db'));
    expect(content(at, 'b.db').persons.map((person: Json) => person.姓名)).toEqual(['陈某']);
  });
});
