/** The way of a notice through the built program: judgement, numbers, steps, a changed lead, a void record. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, type Desk, desk, type Json, LEAD_HEADINGS, leadRow, NOTHING, TRANSFER } from '../cli/desk.js';

const CONFIG = `office: {name: 某市委依法治市办, region: "211100", numberPrefix: 某法治办移}
receivers: [{region: "211100", name: 某市纪委监委}, {region: "211122", name: 某县纪委监委}]
numbering: {startAt: {2024: 37}}
`;
const states = (at: Desk): Json =>
  Object.fromEntries(
    at
      .rows('SELECT 线索编号, 状态, 发文字号 FROM 移送函 ORDER BY 第几次')
      .map((notice) => [notice.线索编号, [notice.状态, notice.发文字号]]),
  );

describe('issuing', () => {
  it('without an office in the config ends with exit 2, says what to write, and changes nothing', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('己-1')]));
    at.run('import', '一.csv');
    const before = at.sha('xingji.db');
    const outcome = at.run('notice', 'issue', '--approve', '--all');
    expect(outcome.exit).toBe(2);
    expect(outcome.stderr).toContain('numberPrefix');
    expect(at.sha('xingji.db')).toBe(before);
    // Drafts are rendered all the same, with the receiver left to be filled in.
    expect(at.json('notice', 'render', '--all', '--out', '函').receiverUnknown).toEqual(['己-1']);
  });

  it('gives gapless numbers from where the paper series stood; a withdrawn number stays dead; a trial run gives none', () => {
    const at = desk();
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv(['己-1', '己-2', '己-3', '己-4'].map((leadNo) => leadRow(leadNo))));
    at.run('import', '一.csv');
    const before = at.sha('xingji.db');
    expect(at.json('notice', 'issue', '--approve', '--all', '--dry-run').notices.length).toBe(4);
    expect(at.sha('xingji.db')).toBe(before);
    const issued = at.json('notice', 'issue', '--approve', '己-1', '己-2', '--on', '2024-05-20');
    expect(issued.notices.map((notice: Json) => notice.number)).toEqual([
      '某法治办移〔2024〕37号',
      '某法治办移〔2024〕38号',
    ]);
    expect(at.run('notice', 'withdraw', '己-2').exit).not.toBe(0);
    expect(at.run('notice', 'withdraw', '己-2', '--why', '移送对象有误').exit).toBe(0);
    at.run('notice', 'approve', '己-3', '--by', '李某');
    at.run('notice', 'issue', '己-3');
    expect(states(at)).toEqual({
      '己-1': ['已制发', '某法治办移〔2024〕37号'],
      '己-2': ['已撤回', '某法治办移〔2024〕38号'],
      '己-3': ['已制发', '某法治办移〔2024〕39号'],
      '己-4': ['拟稿', null],
    });
    expect(at.json('ledger', 'verify').ok).toBe(true);
  });
});

describe('the steps of a notice', () => {
  it('follow one another; one out of order is refused and the open ones are named; a changed lead leaves the sent letter as it was', () => {
    const at = desk();
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv([[...leadRow('己-1'), '盘山县']], [...LEAD_HEADINGS, '行政区划']));
    at.run('import', '一.csv');
    const early = at.run('notice', 'receive', '己-1');
    expect(early.exit).toBe(1);
    expect(early.stderr).toContain('现在可以办理：审定');
    at.run('notice', 'issue', '--approve', '己-1');
    at.run('notice', 'deliver', '己-1');
    const sent = at.json('lead', 'show', '己-1');
    expect(JSON.stringify(sent)).toContain('某县纪委监委');
    at.lay('二.csv', csv([leadRow('己-1', `${TRANSFER}另查明有三份笔录缺失。`)]));
    at.run('import', '二.csv');
    expect(states(at)['己-1']).toEqual(['已送达', '某法治办移〔2024〕37号']);
    expect(at.json('due').stale).toEqual(['己-1']);
    at.run('notice', 'receive', '己-1');
    at.run('notice', 'supplement', '己-1');
    // The old letter is listed still, but waits for nothing.
    expect(at.json('notice', 'list').todo).toMatchObject([{ state: 'drafted', count: 1 }]);
    expect(at.run('notice', 'list').stdout).toContain('拟稿 1 件：审定 approve、取消 cancel');
    expect(at.rows('SELECT 第几次, 状态, 发文字号 FROM 移送函 ORDER BY 第几次')).toEqual([
      { 第几次: 1, 状态: '已签收', 发文字号: '某法治办移〔2024〕37号' },
      { 第几次: 2, 状态: '拟稿', 发文字号: null },
    ]);
    expect(at.json('ledger', 'verify').ok).toBe(true);
  });

  it('cancel or draft with a person’s judgement, and with a record made void', () => {
    const at = desk();
    at.lay('一.csv', csv([leadRow('己-1'), leadRow('己-2', NOTHING)]));
    at.run('import', '一.csv');
    at.run('decide', '己-2', '--decision', 'transfer', '--situation', '7', '--basis', '经集体研究，符合第七种情形');
    expect(states(at)).toEqual({ '己-1': ['拟稿', null], '己-2': ['拟稿', null] });
    expect(at.json('explain', '己-2')).toMatchObject({ leadNo: '己-2', decision: 'transfer' });
    at.run('decide', '己-1', '--decision', 'none', '--basis', '复核后不属实');
    expect(states(at)['己-1']).toEqual(['已取消', null]);
    expect(at.run('record', 'void', 'lead', '己-2', '--why', '重复登记').exit).toBe(0);
    expect(states(at)['己-2']).toEqual(['已取消', null]);
    // Void stays void: the same row again does not raise it.
    expect(at.json('import', '一.csv').totals.added).toBe(0);
    expect(at.json('ledger', 'verify', '--statistics').ok).toBe(true);
    expect(existsSync(join(at.folder, '一.rejects.csv'))).toBe(false);
  });
});

describe('the story of a lead', () => {
  it('keeps counting where its lead belongs, whatever the lead says since', () => {
    const at = desk('shipped');
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv([leadRow('己-1'), leadRow('己-2')]));
    at.run('import', '一.csv');
    at.run('notice', 'issue', '--approve', '己-1');
    at.run('decide', '己-1', '--decision', 'none', '--basis', '经核查不属实');
    const { rows, recordCount } = at.json('report', 'transfer-timeliness', '--records');
    expect(recordCount).toBe(2);
    expect(at.json('lead', 'show', '己-1').decision).toBe('none');
    expect(rows.map((row: Json) => [row.lead_no, row.region, row.found_on !== null])).toEqual([
      ['己-1', rows[1].region, true],
      ['己-2', rows[1].region, true],
    ]);
  });

  it('waits for what the commission will do with the lead from the day of its receipt, until it says so', () => {
    const at = desk('shipped');
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv([leadRow('己-1')]));
    at.run('import', '一.csv');
    for (const step of ['approve', 'issue', 'deliver', 'receive']) at.run('notice', step, '己-1');
    const waiting = (): readonly string[] =>
      at.json('due', '--within', '90').items.map((each: Json) => each.deadline.id);
    expect(waiting()).toEqual(['accepted-to-disposed', 'accepted-to-concluded']);
    at.lay('处置.csv', csv([['己-1', '处置', '2024-05-20', '初步核实']], ['线索编号', '办理环节', '日期', '处置方式']));
    at.run('import', '处置.csv');
    expect(waiting()).toEqual(['accepted-to-concluded']);
  });

  it('tells of every step who took it, when and why, oldest first, and what is due next', () => {
    const at = desk('shipped');
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv([leadRow('己-1')]));
    at.run('import', '一.csv');
    at.run('notice', 'approve', '己-1', '--by', '李某');
    at.run('notice', 'to-drafted', '己-1', '--why', '事实要补写');
    at.run('notice', 'issue', '--approve', '己-1');
    const later = { now: '2024-05-22T10:30:00' };
    at.runWith(later, 'notice', 'deliver', '己-1', '--on', '2024-05-21');
    at.runWith(later, 'notice', 'return', '己-1', '--why', '缺少复议案卷');
    at.runWith(later, 'notice', 'supplement', '己-1');
    const { stdout } = at.runWith(later, 'lead', 'show', '己-1');
    const told = stdout.slice(stdout.indexOf('经过')).replace(/\n\s+/g, '');
    expect(told.split('\n').map((line) => line.replace(/；?操作人 张三/, ''))).toEqual([
      '经过',
      '2024-05-20 09:00　线索登记（第 1 版，运行 1）：；结论 应移送',
      '2024-05-20　移送函拟稿：主送 某市纪委监委；登记于 2024-05-20 09:00',
      '2024-05-20　移送函审定：审定人 李某；登记于 2024-05-20 09:00',
      '2024-05-20　移送函退回拟稿：原因 事实要补写；登记于 2024-05-20 09:00',
      '2024-05-20　移送函审定：；登记于 2024-05-20 09:00',
      '2024-05-20　移送函制发　某法治办移〔2024〕37号：；登记于 2024-05-20 09:00',
      '2024-05-21　移送函送达：；登记于 2024-05-22 10:30',
      '2024-05-22　移送函退回：原因 缺少复议案卷；登记于 2024-05-22 10:30',
      '2024-05-22　移送函补充移送（第 2 份）：主送 某市纪委监委；登记于 2024-05-22 10:30',
      '接下来',
      expect.stringMatching(/^2024-05-\d\d　拟稿到制发移送函/),
      '移送函可以办理：审定（xingji notice approve）、取消（xingji notice cancel）',
      '',
    ]);
  });
});

describe('the numbers of a year', () => {
  const PAST_HEADINGS = ['移送文号', '线索编号', '办理状态', '制发日期', '退回或撤回日期', '退回或撤回原因'];
  const past = (n: number, leadNo: string, state = '已制发'): readonly string[] => [
    `某法治办移〔2024〕${n}号`,
    leadNo,
    state,
    '2024-05-10',
    state === '已撤回' ? '2024-05-11' : '',
    state === '已撤回' ? '移送对象有误' : '',
  ];
  it('go on after those of the past, withdrawn ones too, even where the series is said to start earlier', () => {
    const at = desk();
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv(['己-1', '己-2', '己-3', '己-4', '己-5'].map((leadNo) => leadRow(leadNo))));
    at.run('import', '一.csv');
    at.lay('函.csv', csv([past(5, '己-1'), past(40, '己-2', '已撤回')], PAST_HEADINGS));
    expect(at.run('import', '函.csv', '--kind', 'notice').exit).toBe(0);
    at.run('notice', 'issue', '--approve', '己-3', '己-4');
    at.run('notice', 'withdraw', '己-4', '--why', '移送对象有误');
    at.run('notice', 'issue', '--approve', '己-5');
    expect(states(at)).toEqual({
      '己-1': ['已制发', '某法治办移〔2024〕5号'],
      '己-2': ['已撤回', '某法治办移〔2024〕40号'],
      '己-3': ['已制发', '某法治办移〔2024〕41号'],
      '己-4': ['已撤回', '某法治办移〔2024〕42号'],
      '己-5': ['已制发', '某法治办移〔2024〕43号'],
    });
  });

  it('are not given twice: a letter of the past with a number in use is refused and says for which lead', () => {
    const at = desk();
    at.lay('xingji.yaml', CONFIG);
    at.lay('一.csv', csv(['己-1', '己-2', '己-3'].map((leadNo) => leadRow(leadNo))));
    at.run('import', '一.csv');
    at.run('notice', 'issue', '--approve', '己-1');
    at.run('notice', 'withdraw', '己-1', '--why', '移送对象有误');
    at.lay('函.csv', csv([past(37, '己-2'), past(12, '己-3')], PAST_HEADINGS));
    const outcome = at.run('import', '函.csv', '--kind', 'notice');
    expect(outcome.stdout + outcome.stderr).toContain('发文字号“某法治办移〔2024〕37号”已用于线索“己-1”');
    expect(states(at)['己-1']).toEqual(['已撤回', '某法治办移〔2024〕37号']);
    expect(states(at)['己-2']).toEqual(['拟稿', null]);
    expect(states(at)['己-3']).toEqual(['已制发', '某法治办移〔2024〕12号']);
    expect(at.json('ledger', 'verify').ok).toBe(true);
  });
});

describe('the letter of a lead', () => {
  it('names the contact and the day of feedback the office set down, lists the materials on record, and says what is still open', () => {
    const at = desk('shipped');
    at.lay('xingji.yaml', CONFIG.replace('移}', '移, contact: {person: 法治督察科, phone: "0000-0000000"}}'));
    at.lay('一.csv', csv([leadRow('己-1'), leadRow('己-2')]));
    at.lay(
      '材料.csv',
      csv(
        [
          ['己-1', '行政处罚案卷', '复印件', '1', '36'],
          ['己-1', '询问笔录', '', '', ''],
        ],
        ['线索编号', '材料名称', '原件或复印件', '份数', '页数'],
      ),
    );
    at.run('import', '一.csv', '材料.csv');
    at.run('notice', 'issue', '--approve', '己-1', '--on', '2024-05-20');
    const { pending } = at.json('notice', 'render', '--all', '--format', 'txt', '--out', '函');
    const letter = at.read('函/移送函-己-1.txt').toString();
    expect(letter).toContain('（联系人：法治督察科，联系电话：0000-0000000）');
    expect(letter).toMatch(/并于2024年\d+月\d+日（默认时限，未核实）前将处理情况函告我办/);
    expect(letter).toMatch(/1 +行政处罚案卷 +复印件 +1 +36/);
    expect(letter).toMatch(/2 +询问笔录\n/);
    expect(at.read('函/移送函-己-2.txt').toString()).toContain('于　　　　年　　月　　日前');
    expect(pending.map((each: Json) => each.leadNo)).toEqual(['己-1', '己-2']);
    const { stdout } = at.run('notice', 'render', '--all', '--format', 'txt', '--out', '函');
    expect(stdout).toContain('反馈期限按规则文件的默认时限');
    expect(stdout).toContain('（1 件：己-1）');
  });
});
