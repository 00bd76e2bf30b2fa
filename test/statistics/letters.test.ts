import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/domain/notice.js';
import { noticesTable, parsePeriod } from '../../src/statistics/index.js';
import { answer, bodyOf, CONTEXT } from './small-ledger.js';

const notice = (leadNo: string, more: Partial<Notice> = {}): Notice => ({
  leadNo,
  version: 1,
  state: 'drafted',
  number: null,
  draftedOn: '2024-05-10',
  approvedOn: null,
  issuedOn: null,
  deliveredOn: null,
  receivedOn: null,
  receiver: null,
  why: null,
  leadRevision: 1,
  stale: false,
  ...more,
});

const received = (leadNo: string, issuedOn: string, receivedOn: string): Notice =>
  notice(leadNo, {
    state: 'received',
    number: '某法治办移〔2024〕1号',
    issuedOn,
    deliveredOn: receivedOn,
    receivedOn,
    receiver: '某县纪委监委',
  });

const leads = {
  lead: [
    { lead_no: '1', found_on: '2024-05-01', region: '211122', decision: 'transfer' },
    { lead_no: '2', found_on: '2024-05-01', region: '211122', decision: 'transfer' },
    { lead_no: '3', found_on: '2024-05-05', region: '211104', decision: 'transfer' },
    { lead_no: '4', found_on: '2024-05-05', region: '211104', decision: 'none' },
  ],
};
const notices = [
  received('1', '2024-05-04', '2024-05-06'),
  received('2', '2024-06-10', '2024-06-11'),
  notice('3'),
  notice('4', { state: 'withdrawn', issuedOn: '2024-05-20', receiver: '某区纪委监委' }),
];

describe('移送函统计', () => {
  it('counts the letters at every step, steps without a letter as 0', () => {
    const { rows, totals } = bodyOf('notices-by-state', leads, { notices });
    expect(rows.map((row) => [row.state, row.count])).toContainEqual(['已签收', 2]);
    expect(rows.map((row) => [row.state, row.count])).toContainEqual(['已送达', 0]);
    expect(totals).toMatchObject({ count: 4 });
  });

  it('takes an issued letter into the period of its issue, a draft into that of its draft', () => {
    const { totals } = bodyOf('notices-by-state', leads, { notices, period: parsePeriod('2024-05', null, null) });
    expect(totals).toMatchObject({ count: 3 });
  });

  it('gives median and longest days from discovery to issue, and how long drafts wait', () => {
    const { rows, totals } = bodyOf('transfer-timeliness', leads, { notices });
    expect(rows.find((row) => row.region === '盘山县')).toMatchObject({
      issued: 2,
      median: 21.5,
      longest: 40,
      waiting: 0,
    });
    // The lead of the withdrawn letter was since judged not to be transferred; where it belongs is known all the same.
    expect(rows.find((row) => row.region === '大洼区')).toMatchObject({ issued: 1, median: 15, longest_wait: 71 });
    expect(rows.find((row) => row.region === '未填写')).toBeUndefined();
    expect(totals).toMatchObject({ issued: 3, waiting: 1 });
  });

  it('leaves withdrawn letters out of the receipt rate', () => {
    const { rows, totals } = bodyOf('notice-receipts', leads, { notices });
    expect(rows.find((row) => row.receiver === '某县纪委监委')).toMatchObject({
      out: 2,
      received: 2,
      rate: 1,
      median: 1.5,
    });
    expect(totals).toMatchObject({ drafted: 1, out: 2, rate: 1 });
  });

  it('keeps to the region asked for', () => {
    const filters = { region: ['211122'] };
    expect(bodyOf('notices-by-state', leads, { notices, filters }).totals).toMatchObject({ count: 2 });
  });

  it('lists the letters behind the figures', () => {
    const context = { ...CONTEXT, notices, filters: { region: ['211104'] } };
    const answers = noticesTable.queries(context).map((query) => answer(leads, query));
    expect(noticesTable.build(answers, context).rows).toEqual([
      expect.objectContaining({
        lead_no: '3',
        region: '大洼区',
        state: '拟稿',
        found_on: '2024-05-05',
        issued_on: null,
      }),
      expect.objectContaining({ lead_no: '4', region: '大洼区', state: '已撤回' }),
    ]);
  });
});

describe('移送线索处置结果', () => {
  it('counts leads, not rows of feedback, and those without a way of disposition apart', () => {
    const row = (lead_no: string, stage: string, method: string | null = null) => ({
      lead_no,
      stage,
      method,
      date: '2024-06-01',
    });
    const { rows, totals } = bodyOf('transfer-outcomes', {
      disposition: [
        row('1', '签收'),
        row('1', '处置', '谈话函询'),
        row('1', '处置', '初步核实'),
        row('1', '立案'),
        row('2', '签收'),
      ],
    });
    expect(rows.map((each) => [each.method, each.count, each.filed])).toEqual([
      ['初步核实', 1, 1],
      ['谈话函询', 1, 1],
      ['尚未反馈处置方式', 1, 0],
    ]);
    expect(totals).toMatchObject({ count: 2, filed: 1 });
  });
});
