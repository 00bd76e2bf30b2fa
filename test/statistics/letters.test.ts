import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/statistics/days.js';
import { parsePeriod } from '../../src/statistics/index.js';
import { bodyOf, type SmallRecord } from './small-ledger.js';

/** A letter as the ledger keeps it for the tables. */
const letter = (lead_no: string, region: string, found_on: string, more: SmallRecord = {}): SmallRecord => {
  const [issued, received] = [more.issued_on, more.received_on].map((day) => (typeof day === 'string' ? day : null));
  return {
    lead_no,
    region,
    found_on,
    state: '拟稿',
    drafted_on: '2024-05-10',
    counted_on: issued ?? '2024-05-10',
    issued: issued ? '是' : '否',
    delivered: more.delivered_on ? '是' : '否',
    issue_days: issued ? daysBetween(found_on, issued) : null,
    receipt_days: issued && received ? daysBetween(issued, received) : null,
    ...more,
  };
};

const received = (lead_no: string, issued_on: string, received_on: string): SmallRecord =>
  letter(lead_no, '211122', '2024-05-01', {
    state: '已签收',
    number: '某法治办移〔2024〕1号',
    issued_on,
    delivered_on: received_on,
    received_on,
    receiver: '某县纪委监委',
  });

const letters = {
  letter: [
    received('1', '2024-05-04', '2024-05-06'),
    received('2', '2024-06-10', '2024-06-11'),
    letter('3', '211104', '2024-05-05'),
    letter('4', '211104', '2024-05-05', { state: '已撤回', issued_on: '2024-05-20', receiver: '某区纪委监委' }),
  ],
};

describe('移送函统计', () => {
  it('counts the letters at every step, steps without a letter as 0', () => {
    const { rows, totals } = bodyOf('notices-by-state', letters);
    expect(rows.map((row) => [row.state, row.count])).toContainEqual(['已签收', 2]);
    expect(rows.map((row) => [row.state, row.count])).toContainEqual(['已送达', 0]);
    expect(totals).toMatchObject({ count: 4 });
  });

  it('takes an issued letter into the period of its issue, a draft into that of its draft', () => {
    const { totals } = bodyOf('notices-by-state', letters, { period: parsePeriod('2024-05', null, null) });
    expect(totals).toMatchObject({ count: 3 });
  });

  it('gives median and longest days from discovery to issue, and how long drafts wait', () => {
    const { rows, totals } = bodyOf('transfer-timeliness', letters);
    expect(rows.find((row) => row.region === '盘山县')).toMatchObject({
      issued: 2,
      median: 21.5,
      longest: 40,
      waiting: 0,
    });
    expect(rows.find((row) => row.region === '大洼区')).toMatchObject({ issued: 1, median: 15, longest_wait: 71 });
    expect(rows.find((row) => row.region === '未填写')).toBeUndefined();
    expect(totals).toMatchObject({ issued: 3, median: 15, waiting: 1 });
  });

  it('leaves withdrawn letters out of the receipt rate', () => {
    const { rows, totals } = bodyOf('notice-receipts', letters);
    expect(rows.find((row) => row.receiver === '某县纪委监委')).toMatchObject({
      out: 2,
      delivered: 2,
      received: 2,
      rate: 1,
      median: 1.5,
    });
    expect(rows.find((row) => row.receiver === '某区纪委监委')).toMatchObject({ out: 0, rate: null, median: null });
    expect(totals).toMatchObject({ drafted: 1, out: 2, rate: 1 });
  });

  it('keeps to the region asked for', () => {
    const filters = { region: ['211122'] };
    expect(bodyOf('notices-by-state', letters, { filters }).totals).toMatchObject({ count: 2 });
  });

  it('may be split by month and put beside the year before', () => {
    const { columns } = bodyOf('notices-by-state', letters, { columns: 'month' });
    expect(columns.map(({ title }) => title)).toContain('2024年5月');
    const compared = bodyOf('notices-by-state', letters, {
      period: parsePeriod('2024-06', null, null),
      compare: 'previous',
    });
    expect(compared.totals).toMatchObject({ count: 1, base: 3 });
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

describe('移送线索处置及时性', () => {
  const row = (lead_no: string, stage: string, date: string) => ({ lead_no, stage, date });
  const disposition = [
    row('1', '签收', '2024-05-01'),
    row('1', '处置', '2024-05-11'),
    row('1', '处置', '2024-05-21'),
    row('1', '办结', '2024-06-30'),
    row('2', '签收', '2024-05-15'),
    row('3', '签收', '2024-05-15'),
    row('3', '退回', '2024-05-16'),
    row('4', '签收', '2023-05-15'),
  ];
  const choiceGroups = {
    disposition_stages: [{ group: '', values: ['签收', '退回', '处置', '立案', '办结'] }],
  };

  it('counts days from the signature to the first day of each stage, of the leads signed for in the period', () => {
    const { rows } = bodyOf(
      'disposal-timeliness',
      { disposition },
      { choiceGroups, period: parsePeriod('2024', null, null) },
    );
    const stage = (name: string) => rows.find((each) => each.stage === name);
    expect(stage('处置')).toMatchObject({ count: 1, median: 10, longest: 10, waiting: 1, longest_wait: 61 });
    expect(stage('办结')).toMatchObject({ count: 1, median: 60, waiting: 1 });
    expect(stage('立案')).toMatchObject({ count: 0, median: null, waiting: null });
    expect(stage('签收')).toBeUndefined();
  });
});
