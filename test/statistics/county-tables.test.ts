import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/statistics/index.js';
import { bodyOf, type SmallLedger } from './small-ledger.js';

const COUNTIES = ['盘山县', '双台子区', '兴隆台区', '大洼区'];

describe('零移送县（区）情况', () => {
  const ledger: SmallLedger = {
    lead: [
      { lead_no: '1', found_on: '2024-05-08', region: '211122', decision: 'transfer' },
      { lead_no: '2', found_on: '2024-05-08', region: '211103', decision: 'none' },
    ],
    'zero-transfer': [
      { region: '211103', period: '2024Q2', reason: '怕得罪人', measures: '约谈提醒' },
      { region: '211103', period: '2023', reason: '排查不深入' },
    ],
  };

  it('prints every county, one without leads and without explanation too', () => {
    const { rows, totals } = bodyOf('zero-transfer', ledger);
    expect(rows.map((row) => row.region)).toEqual(COUNTIES);
    expect(rows.map((row) => [row.leads, row.transfers, row.state])).toEqual([
      [1, 1, '有移送'],
      [0, 0, '零移送，未说明'],
      [1, 0, '零移送，已说明'],
      [0, 0, '零移送，未说明'],
    ]);
    expect(totals).toMatchObject({ region: '合计 3 个零移送', transfers: 1 });
  });

  it('gives the explanation of a quarter to a report on one of its months, and not that of another year', () => {
    const { rows } = bodyOf('zero-transfer', ledger, { period: parsePeriod('2024-05', null, null) });
    expect(rows[2]).toMatchObject({ reason: '2024年2季度：怕得罪人', measures: '2024年2季度：约谈提醒' });
  });

  it('takes the number from the leads, whatever the explanation says', () => {
    const told = { ...ledger, 'zero-transfer': [{ region: '211122', period: '2024', reason: '没有线索' }] };
    expect(bodyOf('zero-transfer', told).rows[0]).toMatchObject({ transfers: 1, state: '有移送' });
  });
});

describe('县（区）机制推进情况', () => {
  it('prints every county in its order, whatever the period, one that is not told of with blanks', () => {
    const { rows } = bodyOf(
      'county-progress',
      { 'county-progress': [{ region: '211104', updated_on: '2024-06-20', mechanism: '已建立', debts: 1 }] },
      { period: parsePeriod('2022', null, null) },
    );
    expect(rows.map((row) => [row.region, row.mechanism])).toEqual([
      ['盘山县', null],
      ['双台子区', null],
      ['兴隆台区', null],
      ['大洼区', '已建立'],
    ]);
  });
});

describe('典型案例通报前后', () => {
  const leads = (days: readonly string[]) =>
    days.map((found_on, i) => ({ lead_no: String(i), found_on, agency: '某局', decision: 'none' }));

  it('compares twelve months with twelve months, the month of the circular before', () => {
    const { rows } = bodyOf('repeated-problems', {
      'typical-case': [
        { case_no: '1号', title: '某案', published_on: '2023-03-20', agency: '某局' },
        { case_no: '2号', title: '又一案', published_on: '2023-09-01', agency: '某局' },
      ],
      lead: leads(['2022-03-31', '2022-04-01', '2023-03-31', '2023-04-01', '2024-03-31', '2024-04-01']),
    });
    expect(rows).toEqual([
      {
        agency: '某局',
        cases: '1号、2号',
        first: '2023-03-20',
        before: 2,
        after: 2,
        change: 0,
        later: 3,
        state: '仍有发生',
      },
    ]);
  });

  it('says that nothing happened again only where no later lead is known at all', () => {
    const cases = { 'typical-case': [{ case_no: '1号', title: '某案', published_on: '2023-03-20', agency: '某局' }] };
    expect(bodyOf('repeated-problems', { ...cases, lead: leads(['2024-05-01']) }).rows[0]).toMatchObject({
      after: 0,
      later: 1,
      state: '仍有发生',
    });
    expect(bodyOf('repeated-problems', cases).rows[0]).toMatchObject({ before: 0, state: '未再发生' });
  });
});
