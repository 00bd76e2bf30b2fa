import { describe, expect, it } from 'vitest';
import type { Assessment, Decision, Judgement } from '../../src/domain/assessment.js';
import type { Value } from '../../src/domain/kind.js';
import type { Ledger } from '../../src/ledger/index.js';
import { assessed, importRecords, kindOf, lead, openSample, record } from './sample.js';

const judgement = (decision: Judgement['decision'], situation: string | null): Judgement => ({
  decision,
  situation,
  basis: '（示例，虚构）集体研判',
  operator: '张三',
  at: '2024-05-20T09:00:00',
});

const byDecision = (ledger: Ledger): Readonly<Record<string, number>> => {
  const [rows = []] = ledger.count([{ kind: 'lead', measure: 'records', by: ['decision'], from: null, to: null }]);
  return Object.fromEntries(rows.map((row) => [row.by[0], row.n]));
};

const sound = (ledger: Ledger): void => expect(ledger.verify({ statistics: true }).problems).toEqual([]);

describe('a judgement on a lead', () => {
  it('takes the place of the machine in the decision and the counts, which stays visible beside it', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')], { assess: () => assessed('review') });
    const run = ledger.begin({ command: 'decide' });
    const change = run.decide('A1', judgement('transfer', 'seventh'));
    run.end();
    expect(change).toMatchObject({
      key: 'A1',
      revision: 2,
      change: 'judged',
      decision: 'transfer',
      previousDecision: 'review',
    });
    expect(ledger.lead('A1')).toMatchObject({ decision: 'transfer', machineDecision: 'review', met: ['seventh'] });
    expect(byDecision(ledger)).toEqual({ transfer: 1 });
    sound(ledger);
  });

  it('falls when the lead is amended and stays with the revision that was judged', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')], { assess: () => assessed('review') });
    const run = ledger.begin({ command: 'decide' });
    run.decide('A1', judgement('none', null));
    run.end();
    expect(importRecords(ledger, 'lead', [lead('A1')])).toMatchObject({ unchanged: 1 });
    expect(ledger.lead('A1')?.judgement?.decision).toBe('none');
    importRecords(ledger, 'lead', [lead('A1', { remarks: '补充' })], { assess: () => assessed('transfer') });
    expect(ledger.lead('A1')).toMatchObject({ decision: 'transfer', judgement: null });
    expect(ledger.history('lead', 'A1').map((entry) => [entry.action, entry.decision])).toEqual([
      ['add', 'review'],
      ['decide', 'none'],
      ['amend', 'transfer'],
    ]);
    expect(ledger.lead('A1')?.source).toMatchObject({ path: 'sample.csv', line: 2 });
    sound(ledger);
  });
});

describe('a voided record', () => {
  it('stays in the ledger and out of the counts', () => {
    const ledger = openSample();
    const kind = kindOf('typical-case');
    importRecords(ledger, kind.id, [record(kind, { case_no: '1', title: '甲', published_on: '2024-01-02' })]);
    const run = ledger.begin({ command: 'record void' });
    expect(run.void(kind.id, '1', '重复登记')).toBeNull();
    run.end();
    expect(ledger.record(kind.id, '1')).toMatchObject({ voided: '重复登记', revision: 2 });
    expect(ledger.count([{ kind: kind.id, measure: 'records', by: [], from: null, to: null }])).toEqual([
      [{ by: [], period: null, n: 0 }],
    ]);
    expect(ledger.stats().kinds.find((each) => each.id === kind.id)).toMatchObject({ records: 0, voided: 1 });
    sound(ledger);
  });

  it('is not changed by an import, which says so', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')]);
    const run = ledger.begin({ command: 'record void' });
    run.void('lead', 'A1', '重复登记');
    run.end();
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '改' })])).toMatchObject({
      unchanged: 1,
      findings: ['record-voided'],
    });
    expect(() => ledger.begin({ command: 'decide' }).decide('A1', judgement('none', null))).toThrow('已作废');
  });
});

describe('assessing all leads anew', () => {
  it('writes those that come out differently and keeps what a person judged', () => {
    const ledger = openSample();
    const leads = Array.from({ length: 1200 }, (_, i) =>
      lead(`L${i}`, { conduct: i % 3 === 0 ? '乱作为' : '无' }, i + 1),
    );
    importRecords(ledger, 'lead', leads);
    const judged = ledger.begin({ command: 'decide' });
    judged.decide('L0', judgement('none', null));
    judged.end();
    const conduct = kindOf('lead').fields.findIndex((field) => field.id === 'conduct');
    const stricter = (values: readonly Value[]): Assessment =>
      values[conduct] === '乱作为' ? assessed('transfer', ['improper-performance']) : assessed();
    const run = ledger.begin({
      command: 'rules adopt',
      ruleFile: { id: 'test', version: '2', sha256: 'cd', text: '新', situations: [] },
    });
    const decisions: Decision[] = [];
    const done = run.reassessAll(stricter, (changes) => decisions.push(...changes.map((change) => change.decision)));
    run.end();
    expect(done).toEqual({ leads: 1200, changed: 400 });
    expect(decisions.filter((decision) => decision === 'transfer')).toHaveLength(399);
    expect(byDecision(ledger)).toEqual({ none: 801, transfer: 399 });
    expect(ledger.lead('L0')).toMatchObject({ decision: 'none', machineDecision: 'transfer' });
    expect(ledger.lead('L3')?.ruleFile?.version).toBe('2');
    expect(ledger.lead('L1')?.ruleFile?.version).toBe('1');
    sound(ledger);
  });
});

describe('steps of notices', () => {
  const step = { leadNo: 'A1', version: 1, on: '2024-05-20', leadRevision: 1 };

  it('keep every version of a notice, its number and its history', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')], { assess: () => assessed('transfer') });
    const run = ledger.begin({ command: 'notice' });
    const n = run.nextSerial('某法治办移', 2024, 37);
    run.recordNoticeSteps([
      { ...step, step: 'draft', receiver: '某纪委' },
      { ...step, step: 'approve', by: '李四' },
      { ...step, step: 'issue', number: `某法治办移〔2024〕${n}号`, serial: { year: 2024, n } },
      { ...step, step: 'withdraw', why: '对象有误' },
      { ...step, version: 2, step: 'supplement', receiver: '某监委', leadRevision: 2 },
    ]);
    run.end();
    expect(ledger.lead('A1')?.notice).toMatchObject({ version: 2, state: 'drafted', number: null, receiver: '某监委' });
    expect(ledger.notices({})).toHaveLength(1);
    expect(ledger.notices({ allVersions: true })).toMatchObject([
      {
        version: 1,
        state: 'withdrawn',
        number: '某法治办移〔2024〕37号',
        approvedBy: '李四',
        why: '对象有误',
        issuedOn: '2024-05-20',
      },
      { version: 2 },
    ]);
    sound(ledger);
  });

  it('never give a number again, not a withdrawn one nor one that went out on paper', () => {
    const ledger = openSample();
    const run = ledger.begin({ command: 'notice' });
    run.recordNoticeSteps([
      { ...step, step: 'issue', number: '某法治办移〔2024〕12号', serial: { year: 2024, n: 12 } },
    ]);
    expect(run.nextSerial('某法治办移', 2024, 1)).toBe(13);
    expect(run.nextSerial('某法治办移', 2025, 1)).toBe(1);
    expect(run.nextSerial('另一代字', 2024, 1)).toBe(1);
    expect(() =>
      run.recordNoticeSteps([{ ...step, leadNo: 'A2', step: 'issue', number: '某法治办移〔2024〕12号' }]),
    ).toThrow('已用于线索“A1”');
  });
});
