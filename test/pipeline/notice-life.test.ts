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
