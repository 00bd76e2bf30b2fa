import { describe, expect, it } from 'vitest';
import { lead } from '../../src/kinds/lead.js';
import { loadRuleFile } from '../../src/rules/index.js';
import { codesOf, write } from './small-rule-file.js';

describe('规则文件检查 (reading and linting a rule file)', () => {
  it('accepts a sound file without errors', () => {
    expect(loadRuleFile(write(), 'small.yaml', lead).ruleFile?.id).toMatchObject({ id: 'small', version: '1.0.0' });
  });

  it('names the place and the nearest name of an unknown list', () => {
    const { ruleFile, findings } = loadRuleFile(write({ certain: '{says: 泄秘}' }), 'small.yaml', lead);
    expect(ruleFile).toBeNull();
    const [finding] = findings.filter(({ severity }) => severity === 'error');
    expect(finding).toMatchObject({ code: 'rule-unknown-name', path: 'small.yaml', hint: '是不是“泄密”？' });
    expect(write({ certain: '{says: 泄秘}' }).split('\n')[(finding?.line ?? 0) - 1]).toContain('泄秘');
  });

  it.each([
    ['an unknown field', { certain: '{is: {field: conducts, value: 无}}' }, 'rule-unknown-name'],
    ['a value outside the choices', { certain: '{is: {field: conduct, value: 不错}}' }, 'rule-unknown-name'],
    ['a text compared as a date', { certain: '{before: {field: summary, date: 2024-01-01}}' }, 'rule-type-clash'],
    ['a misspelt operator', { certain: '{sais: 泄密}' }, 'rule-unknown-key'],
    ['a full-width colon in a key', { certain: '{"says：": 泄密}' }, 'rule-full-width'],
    [
      'a count that cannot be reached',
      { certain: '{at-least-of: {count: 3, of: [{says: 泄密}]}}' },
      'rule-condition-constant',
    ],
    [
      'a condition and its opposite',
      { certain: '{all: [{says: 泄密}, {not: {says: 泄密}}]}' },
      'rule-condition-constant',
    ],
    [
      'two values of one field',
      { certain: '{all: [{is: {field: conduct, value: 无}}, {is: {field: conduct, value: 乱作为}}]}' },
      'rule-condition-unreachable',
    ],
    ['an empty list', { certain: '{says: 空}', vocabularies: '  空: []' }, 'rule-condition-constant'],
    ['a missing basis', { basis: '[]' }, 'rule-basis-missing'],
    [
      'a basis that is not in force',
      { basis: '[{statute: 某法, article: 第二条, from: 2010-01-01, to: 2011-01-01}]' },
      'rule-basis-not-in-force',
    ],
    ['missing examples', { examples: '{match: [该局通风报信。]}' }, 'rule-examples-missing'],
    [
      'a phrase inside another',
      { vocabularies: '  多余: [报信, 通风报信]', certain: '{says: 多余}' },
      'rule-phrase-swallowed',
    ],
    ['a key given twice', { vocabularies: '  泄密: [报信]' }, 'yaml-duplicate-key'],
  ])('reports %s', (_, parts, code) => {
    expect(codesOf(write(parts))).toContain(code);
  });

  const second = `  - id: second
    number: 2
    name: 第二
    quote: 引文
    basis: [{statute: 某法, article: 第三条, from: 2020-01-01}]
    certain: {says: 拒交}
    examples: {match: [该局拒绝提供。], no-match: [该局办结。]}`;

  it('wants a policy for every pair of situations', () => {
    expect(codesOf(write({ second }))).toContain('rule-overlap-undeclared');
    expect(
      codesOf(write({ second, overlap: '[{pair: [leaking, second], policy: both, reason: 两事}]' })),
    ).not.toContain('rule-overlap-undeclared');
    expect(codesOf(write({ second, overlap: '[{pair: [leaking, third], policy: both, reason: 两事}]' }))).toContain(
      'rule-unknown-name',
    );
  });

  it('reports an id used twice', () => {
    expect(codesOf(write({ second: second.replace('id: second', 'id: leaking') }))).toContain('rule-duplicate-id');
  });
});
