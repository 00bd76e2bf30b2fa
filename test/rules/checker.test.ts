import { describe, expect, it } from 'vitest';
import { checkerOf, leadOf } from './small-rule-file.js';

describe('比对 (the check of one lead)', () => {
  it('transfers a lead that meets a situation and lacks nothing', () => {
    const result = checkerOf().assess(leadOf('该局向公司通风报信。'));
    expect(result.decision).toBe('transfer');
    expect(result.situations).toEqual([
      {
        id: 'leaking',
        outcome: 'met',
        missing: [],
        evidence: [{ field: 'summary', start: 5, end: 9, text: '通风报信' }],
      },
    ]);
  });

  it('asks for what a transfer needs before it transfers', () => {
    const result = checkerOf().assess(leadOf('该局通风报信。', { agency: null }));
    expect([result.decision, result.lacking]).toEqual(['supplement', ['agency']]);
  });

  it('does not count what is denied in the same clause', () => {
    expect(checkerOf().assess(leadOf('未发现该局通风报信。')).decision).toBe('none');
    expect(checkerOf().assess(leadOf('未发现收钱，该局通风报信。')).decision).toBe('transfer');
  });

  it('does not count what a company did, but counts what was done to it', () => {
    expect(checkerOf().assess(leadOf('该公司员工通风报信。')).decision).toBe('none');
    expect(checkerOf().assess(leadOf('公司反映有人通风报信。')).decision).toBe('transfer');
    expect(checkerOf().assess(leadOf('被申请人通风报信。')).decision).toBe('transfer');
  });

  it('sends a hint to a person', () => {
    const checker = checkerOf({ hint: '{says: [扑空]}' });
    const result = checker.assess(leadOf('检查时多次扑空。'));
    expect([result.decision, result.situations[0]?.outcome]).toEqual(['review', 'hinted']);
  });

  it('never takes a blank field for a no unless the rule says so', () => {
    const undetermined = checkerOf({ certain: '{is: {field: conduct, value: 乱作为}}' }).assess(
      leadOf('一般情况说明。'),
    );
    expect([undetermined.decision, undetermined.situations[0]?.missing]).toEqual(['review', ['conduct']]);
    const declared = checkerOf({ certain: '{is: {field: conduct, value: 乱作为, missing: not-met}}' });
    expect(declared.assess(leadOf('一般情况说明。')).decision).toBe('none');
  });

  it('takes 无 of the conduct field as a value', () => {
    const checker = checkerOf({ certain: '{is: {field: conduct, value: 无}}' });
    expect(checker.assess(leadOf('一般情况说明。', { conduct: '无' })).decision).toBe('transfer');
  });

  it('sends a claim that the facts do not carry, and any claim of the seventh, to a person', () => {
    const result = checkerOf().assess(leadOf('一般情况说明。', { claimed: ['seventh'] }));
    expect([result.decision, result.claimedUnmet]).toEqual(['review', ['seventh']]);
  });

  it('notes a claim that differs from a met situation and transfers all the same', () => {
    const result = checkerOf().assess(leadOf('该局通风报信。', { claimed: ['seventh'] }));
    expect([result.decision, result.claimedUnmet]).toEqual(['transfer', ['seventh']]);
  });

  it('applies the law of the day of the act, and says where the day it was found stood in', () => {
    const checker = checkerOf();
    expect(checker.assess(leadOf('说明。', { occurred_from: '2023-02-01' }))).toMatchObject({
      lawOf: '2023-02-01',
      lawOfAssumed: false,
    });
    expect(checker.assess(leadOf('说明。'))).toMatchObject({ lawOf: '2024-05-08', lawOfAssumed: true });
  });

  it('shares one frozen result among clean leads of a day', () => {
    const checker = checkerOf();
    const first = checker.assess(leadOf('说明一。'));
    expect(checker.assess(leadOf('说明二。'))).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('gives the bases in force on the day', () => {
    const checker = checkerOf({
      basis:
        '[{statute: 甲法, article: 第一条, from: 2018-01-01, to: 2023-12-31}, {statute: 甲法, article: 第九条, from: 2024-01-01}]',
    });
    expect(checker.basis('leaking', '2023-06-01').map(({ article }) => article)).toEqual(['第一条']);
    expect(checker.basis('leaking', '2024-06-01').map(({ article }) => article)).toEqual(['第九条']);
    expect(checker.basis('leaking', null)).toHaveLength(2);
  });
});
