import { describe, expect, it } from 'vitest';
import { lead } from '../../src/kinds/lead.js';
import { compareAssessments, coverage, loadRuleFile, mutate, testExamples } from '../../src/rules/index.js';
import { checkerOf, leadOf, write } from './small-rule-file.js';

const load = (parts: Parameters<typeof write>[0]) => {
  const { ruleFile } = loadRuleFile(write(parts), 'small.yaml', lead);
  if (!ruleFile) throw new Error('the small rule file is not sound');
  return ruleFile;
};

describe('规则比较 (what another rule file would decide)', () => {
  it('names the decision and the situations that change, and nothing where none does', () => {
    const values = leadOf('该局拒绝提供案卷。');
    const before = checkerOf().assess(values);
    const after = checkerOf({ certain: '{says: 拒交}' }).assess(values);
    expect(compareAssessments(before, after)).toEqual({
      decision: { from: 'none', to: 'transfer' },
      situations: [{ id: 'leaking', from: 'not-met', to: 'met' }],
    });
    expect(compareAssessments(after, after)).toBeNull();
  });
});

describe('例子、覆盖和变异 (proof inside the file)', () => {
  it('fails an example that does not come out as written, and lets a known miss pass while it is missed', () => {
    const examples = '{match: [该局办结。], no-match: [该局依法处罚。], known-miss: [该局放了风。]}';
    const ruleFile = load({ examples });
    const run = testExamples(ruleFile, checkerOf({ examples }));
    expect(run).toMatchObject({ passed: 2, failed: 1, knownMisses: 1 });
    expect(run.results.find(({ passed }) => !passed)?.summary).toBe('该局办结。');
  });

  it('shows which outcome of a condition no example has shown', () => {
    const parts = { certain: '{any: [{says: 泄密}, {is: {field: conduct, value: 乱作为}}]}' };
    const report = coverage(load(parts), checkerOf(parts));
    const field = report.conditions.find(({ operator }) => operator === 'is');
    expect(field).toMatchObject({ seen: ['undetermined'], unseen: ['true', 'false'] });
  });

  it('reports a change of the rules that no example notices', () => {
    const report = mutate(load({ certain: '{any: [{says: 泄密}, {says: 案卷}]}' }));
    expect(report.survivors.map(({ title }) => title)).toContain('says：〔案卷〕换成空词表');
    expect(report.survivors.map(({ title }) => title)).not.toContain('says：〔泄密〕换成空词表');
  });
});
