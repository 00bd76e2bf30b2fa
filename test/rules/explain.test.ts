import { describe, expect, it } from 'vitest';
import { checkerOf, leadOf } from './small-rule-file.js';

describe('比对说明 (explanation)', () => {
  it('has the shape of the rule and quotes what was found', () => {
    const checker = checkerOf({ certain: '{any: [{title: 报信, says: 泄密}, {says: 案卷}]}' });
    const [situation] = checker.explain(leadOf('该局通风报信。')).situations;
    expect(situation).toMatchObject({ id: 'leaking', outcome: 'met', quote: '泄露案情' });
    expect(situation?.certain).toMatchObject({ operator: 'any', outcome: 'true' });
    expect(situation?.certain?.conditions?.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['报信', 'true'],
      ['写到〔案卷〕', 'false'],
    ]);
    expect(situation?.certain?.conditions?.[0]?.found).toEqual([
      { field: 'summary', start: 2, end: 6, text: '通风报信' },
    ]);
  });

  it('says by which words a phrase was denied', () => {
    const [situation] = checkerOf().explain(leadOf('未发现该局通风报信。')).situations;
    expect(situation?.outcome).toBe('not-met');
    expect(situation?.certain?.discounted).toMatchObject([
      { text: '通风报信', because: 'denied', by: { text: '未发现', start: 0 } },
    ]);
  });

  it('says of whom it was said', () => {
    const [situation] = checkerOf().explain(leadOf('店主通风报信。')).situations;
    expect(situation?.certain?.discounted).toMatchObject([{ because: 'outsider', by: { text: '店主' } }]);
  });

  it('shows the value read and what is missing', () => {
    const checker = checkerOf({ certain: '{is: {field: conduct, value: 乱作为}}' });
    expect(checker.explain(leadOf('说明。')).situations[0]).toMatchObject({
      outcome: 'undetermined',
      missing: ['conduct'],
      certain: { outcome: 'undetermined', value: null, fields: ['conduct'] },
    });
  });

  it('agrees with the check', () => {
    const checker = checkerOf({ hint: '{says: 案卷}' });
    for (const summary of ['该局通风报信。', '案卷在库。', '未发现通风报信。']) {
      const outcomes = checker
        .assess(leadOf(summary))
        .situations.map(({ id, outcome, evidence }) => ({ id, outcome, evidence }));
      const explained = checker
        .explain(leadOf(summary))
        .situations.filter(({ outcome }) => outcome !== 'not-met')
        .map(({ id, outcome, evidence }) => ({ id, outcome, evidence }));
      expect(explained).toEqual(outcomes);
    }
  });
});
