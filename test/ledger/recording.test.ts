import { describe, expect, it } from 'vitest';
import { assessed, importRecords, kindOf, lead, openSample, record } from './sample.js';

const person = (fields: Record<string, string>, n = 1) =>
  record(kindOf('subject'), { lead_no: 'A1', name: '陈某', post: '局长', ...fields }, n);

describe('recording leads', () => {
  it('adds new leads and finds them again with their source place', () => {
    const ledger = openSample();
    expect(importRecords(ledger, 'lead', [lead('A1', {}, 1), lead('A2', {}, 2)])).toMatchObject({
      added: 2,
      rejected: [],
    });
    expect(ledger.lead('A2')).toMatchObject({
      leadNo: 'A2',
      revision: 1,
      decision: 'none',
      source: { path: 'sample.csv', line: 3 },
    });
  });

  it('changes nothing when the same file comes again', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1'), lead('A2')]);
    const head = ledger.head();
    expect(importRecords(ledger, 'lead', [lead('A1'), lead('A2')])).toMatchObject({
      added: 0,
      amended: 0,
      unchanged: 2,
    });
    expect(ledger.head()).toBe(head);
  });

  it('keeps what a blank cell leaves out and keeps the old revision when a lead is amended', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1', { evidence: '案卷' })]);
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '补充' })])).toMatchObject({ amended: 1 });
    const stored = ledger.lead('A1');
    const fields = kindOf('lead').fields.map((field) => field.id);
    expect(stored?.values[fields.indexOf('evidence')]).toBe('案卷');
    expect(stored?.values[fields.indexOf('remarks')]).toBe('补充');
    expect(ledger.history('lead', 'A1').map((entry) => entry.action)).toEqual(['add', 'amend']);
  });

  it('erases by a blank cell only when asked to', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1', { evidence: '案卷' })]);
    importRecords(ledger, 'lead', [lead('A1')], { clear: true });
    expect(ledger.lead('A1')?.values[kindOf('lead').fields.findIndex((field) => field.id === 'evidence')]).toBeNull();
  });

  it('does not turn a lead back when an older file is imported again', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1', { remarks: '一' })]);
    importRecords(ledger, 'lead', [lead('A1', { remarks: '二', evidence: '案卷' })]);
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '一' })])).toMatchObject({
      unchanged: 1,
      amended: 0,
      findings: ['older-revision'],
    });
  });

  it('keeps or rejects a change when the clerk says so', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')]);
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '改' })], { onChange: 'keep' })).toMatchObject({
      unchanged: 1,
      findings: ['change-kept'],
    });
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '改' })], { onChange: 'reject' })).toMatchObject({
      rejected: ['change-rejected'],
    });
    expect(ledger.lead('A1')?.revision).toBe(1);
  });

  it('rejects a number that stands twice in one file, whether it was added, amended or unchanged there', () => {
    const ledger = openSample();
    expect(importRecords(ledger, 'lead', [lead('A1', {}, 1), lead('A1', { remarks: '别' }, 2)])).toMatchObject({
      added: 1,
      rejected: ['duplicate-in-file'],
    });
    expect(importRecords(ledger, 'lead', [lead('A1', {}, 1), lead('A1', { remarks: '别' }, 2)])).toMatchObject({
      unchanged: 1,
      rejected: ['duplicate-in-file'],
    });
    expect(importRecords(ledger, 'lead', [lead('A1', { remarks: '新' }, 1), lead('A1', {}, 2)])).toMatchObject({
      amended: 1,
      rejected: ['duplicate-in-file'],
    });
  });

  it('lets an incomplete row amend a known lead and refuses it as a new one', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')]);
    const findings = [{ code: 'required-missing', severity: 'error' as const, path: '', message: '', hint: '' }];
    const bare = (no: string) => ({
      ...lead(no, { source_channel: null, agency: null, summary: null, found_on: null, remarks: '补充' }),
      incomplete: findings,
    });
    expect(importRecords(ledger, 'lead', [bare('A1'), bare('A9')])).toMatchObject({
      amended: 1,
      rejected: ['required-missing'],
    });
  });

  it('leaves nothing behind of a file that is rolled back', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1')]);
    const head = ledger.head();
    const run = ledger.begin({ command: 'import' });
    const session = run.file({
      path: 'x',
      format: 'csv',
      encoding: 'utf-8',
      kind: 'lead',
      onChange: 'amend',
      clear: false,
    });
    session.record([lead('B1')], [assessed()], () => assessed());
    session.rollback();
    run.end();
    expect(ledger.lead('B1')).toBeNull();
    expect(ledger.head()).toBe(head);
    expect(ledger.count([{ kind: 'lead', measure: 'records', by: [], from: null, to: null }])).toEqual([
      [{ by: [], period: null, n: 1 }],
    ]);
    expect(ledger.verify({ statistics: true }).problems).toEqual([]);
  });

  it('writes nothing in a dry run and tells the same counts', () => {
    const ledger = openSample();
    const run = ledger.begin({ command: 'import', dryRun: true });
    const session = run.file({
      path: 'x',
      format: 'csv',
      encoding: 'utf-8',
      kind: 'lead',
      onChange: 'amend',
      clear: false,
    });
    expect(session.record([lead('B1')], [assessed()], () => assessed())).toMatchObject({ added: 1 });
    session.commit({ read: 1, added: 1, amended: 0, unchanged: 0, rejected: 0 });
    run.end();
    expect(ledger.lead('B1')).toBeNull();
    expect(ledger.runs()).toEqual([]);
  });

  it('refuses counts that do not add up to what was read', () => {
    const ledger = openSample();
    const run = ledger.begin({ command: 'import' });
    const session = run.file({
      path: 'x',
      format: 'csv',
      encoding: 'utf-8',
      kind: 'lead',
      onChange: 'amend',
      clear: false,
    });
    expect(() => session.commit({ read: 2, added: 1, amended: 0, unchanged: 0, rejected: 0 })).toThrow('conservation');
  });
});

describe('recording records without a number of their own', () => {
  it('amends the one record that has the same natural key', () => {
    const ledger = openSample();
    importRecords(ledger, 'subject', [person({ rank: '乡科级' })]);
    expect(importRecords(ledger, 'subject', [person({ rank: '县处级' })])).toMatchObject({ amended: 1, added: 0 });
  });

  it('tells two records of one file apart by content, says so, and knows both again', () => {
    const ledger = openSample();
    const both = [person({ rank: '乡科级' }, 1), person({ rank: '县处级' }, 2)];
    expect(importRecords(ledger, 'subject', both)).toMatchObject({ added: 2, findings: ['told-apart'] });
    expect(importRecords(ledger, 'subject', both)).toMatchObject({ added: 0, unchanged: 2, findings: [] });
  });

  it('knows a record by its own number where it has one', () => {
    const ledger = openSample();
    importRecords(ledger, 'subject', [person({ record_no: '7' })]);
    expect(importRecords(ledger, 'subject', [person({ record_no: '7', name: '李某' })])).toMatchObject({ amended: 1 });
  });
});
