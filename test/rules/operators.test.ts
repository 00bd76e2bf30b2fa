import { describe, expect, it } from 'vitest';
import { lead } from '../../src/kinds/lead.js';
import { compileChecker, loadRuleFile } from '../../src/rules/index.js';
import { OPERATORS } from '../../src/rules/operators/index.js';
import { checkerOf, codesOf, leadOf, write } from './small-rule-file.js';

const met = (certain: string, summary: string, other = {}): boolean =>
  checkerOf({ certain })
    .assess(leadOf(summary, other))
    .situations.some(({ outcome }) => outcome === 'met');

describe('条件写法 (operators)', () => {
  it('all names are different and every operator explains itself in Chinese', () => {
    expect(new Set(OPERATORS.map(({ name }) => name)).size).toBe(OPERATORS.length);
    for (const { title, doc } of OPERATORS) expect(title + doc).toMatch(/[\u4e00-\u9fff]/);
  });

  it('together wants its lists in one clause unless told otherwise', () => {
    expect(met('{together: [拒交, 案卷]}', '该局拒绝提供案卷。')).toBe(true);
    expect(met('{together: [拒交, 案卷]}', '该局拒绝提供，案卷在库。')).toBe(false);
    expect(met('{together: {lists: [拒交, 案卷], within: sentence}}', '该局拒绝提供，案卷在库。')).toBe(true);
    expect(met('{together: {lists: [拒交, 案卷], within: sentence}}', '该局拒绝提供。案卷在库。')).toBe(false);
  });

  it('together keeps order and distance where they are asked for', () => {
    expect(met('{together: {lists: [案卷, 拒交], ordered: true}}', '该局拒绝提供案卷。')).toBe(false);
    expect(met('{together: {lists: [拒交, 案卷], distance: 2}}', '该局拒绝提供全部的案卷。')).toBe(false);
    expect(met('{together: {lists: [拒交, 案卷], distance: 3}}', '该局拒绝提供全部的案卷。')).toBe(true);
  });

  it('without takes a match back', () => {
    const certain = '{says: {list: 泄密, without: {lists: [[演练]], within: text}}}';
    expect(met(certain, '该局通风报信。')).toBe(true);
    expect(met(certain, '演练情况。该局通风报信。')).toBe(false);
  });

  it('despite counts a phrase in a context that would take its force away', () => {
    expect(met('{says: {list: 泄密, despite: [denied]}}', '未发现该局通风报信。')).toBe(true);
  });

  it('follows wants the demand first', () => {
    const certain = '{follows: {earlier: 要求, later: 未改}}';
    expect(met(certain, '检察建议发出后，该局仍未整改。')).toBe(true);
    expect(met(certain, '该局仍未整改。后有检察建议。')).toBe(false);
  });

  it('not, any, all and at-least-of combine', () => {
    expect(met('{all: [{says: 泄密}, {not: {says: 案卷}}]}', '该局通风报信。')).toBe(true);
    expect(met('{all: [{says: 泄密}, {not: {says: 案卷}}]}', '该局通风报信，案卷遗失。')).toBe(false);
    expect(met('{any: [{says: 要求}, {says: 泄密}]}', '该局通风报信。')).toBe(true);
    const two = '{at-least-of: {count: 2, of: [{says: 泄密}, {says: 案卷}, {says: 要求}]}}';
    expect(met(two, '该局通风报信。')).toBe(false);
    expect(met(two, '该局通风报信，案卷外泄。')).toBe(true);
  });

  it('compares fields: in, dates, lengths, presence', () => {
    const other = { source_channel: '行政复议', market_entity: '某公司' };
    expect(met('{in: {field: source_channel, values: [行政复议, 执法监督]}}', '说明。', other)).toBe(true);
    expect(met('{before: {field: found_on, date: 2024-05-08}}', '说明。')).toBe(false);
    expect(met('{before: {field: found_on, date: 2024-05-09}}', '说明。')).toBe(true);
    expect(met('{after: {field: found_on, date: 2024-05-07}}', '说明。')).toBe(true);
    expect(met('{at-least: {field: summary, value: 3}}', '说明。')).toBe(true);
    expect(met('{at-most: {field: summary, value: 2}}', '说明。')).toBe(false);
    expect(met('{present: {field: market_entity}}', '说明。', other)).toBe(true);
    expect(met('{present: {field: market_entity}}', '说明。')).toBe(false);
  });

  it('in-force applies to acts of its days only', () => {
    const certain = '{in-force: {from: 2024-01-01, when: {says: 泄密}}}';
    expect(met(certain, '该局通风报信。', { occurred_from: '2023-12-31' })).toBe(false);
    expect(met(certain, '该局通风报信。', { occurred_from: '2024-01-01' })).toBe(true);
  });

  it('weigh adds up the different phrases of its lists and the conditions that hold', () => {
    const certain =
      '{weigh: {at-least: 5, of: [{list: 案卷, points: 2}, {list: 否定, points: -1}, {points: 3, when: {says: 泄密}}]}}';
    expect(met(certain, '该局通风报信，案卷遗失。')).toBe(true);
    expect(met(certain, '案卷遗失，案卷又遗失，台账遗失。')).toBe(false);
    expect(met(certain, '未发现案卷遗失，该局通风报信。')).toBe(false);
    expect(met(certain, '公司通风报信，案卷遗失。')).toBe(false);
  });

  it('conditions on two texts hold together, and weigh adds up what both say', () => {
    const two = (certain: string): string =>
      write({ certain }).replace('fields: [summary]', 'fields: [summary, remarks]');
    const metIn = (certain: string, summary: string, remarks: string): boolean => {
      const { ruleFile, findings } = loadRuleFile(two(certain), 'small.yaml', lead);
      if (!ruleFile) throw new Error(JSON.stringify(findings));
      return compileChecker(ruleFile)
        .assess(leadOf(summary, { remarks }))
        .situations.some(({ outcome }) => outcome === 'met');
    };
    const both = '{all: [{says: {list: 泄密, fields: [summary]}}, {says: {list: 案卷, fields: [remarks]}}]}';
    expect(metIn(both, '该局通风报信。', '案卷遗失。')).toBe(true);
    expect(metIn(both, '该局通风报信。', '说明。')).toBe(false);
    const sum = '{weigh: {at-least: 4, of: [{list: 案卷, points: 2}, {list: 拒交, points: 2}]}}';
    expect(metIn(sum, '案卷遗失。', '该局拒绝提供。')).toBe(true);
    expect(metIn(sum, '案卷遗失。', '说明。')).toBe(false);
  });

  it('weigh that can never reach its sum is refused', () => {
    const certain = '{weigh: {at-least: 5, of: [{list: 案卷, points: 2}]}}';
    expect(codesOf(write({ certain }))).toContain('rule-condition-constant');
  });

  const scaled = (certain: string, scale: string): string =>
    write({ certain }).replace('contexts:', `scales:\n  甲: ${scale}\ncontexts:`);
  const metBy = (written: string, summary: string): boolean => {
    const { ruleFile, findings } = loadRuleFile(written, 'small.yaml', lead);
    if (!ruleFile) throw new Error(JSON.stringify(findings));
    return compileChecker(ruleFile)
      .assess(leadOf(summary))
      .situations.some(({ outcome }) => outcome === 'met');
  };

  it('a named scale adds up lists and single phrases, each different phrase once', () => {
    const rules = scaled(
      '{weigh: {scale: 甲, at-least: 5}}',
      '{lists: {案卷: 2, 否定: -3}, phrases: {"3": [通风报信]}}',
    );
    expect(metBy(rules, '该局通风报信，案卷遗失。')).toBe(true);
    expect(metBy(rules, '案卷遗失，案卷又遗失。')).toBe(false);
    expect(metBy(rules, '案卷遗失，台账也遗失，通风报信。')).toBe(true);
    expect(metBy(rules, '未发现通风报信，案卷遗失。')).toBe(false);
  });

  it('within a sentence, only what one sentence says is added up, and that sentence is the evidence', () => {
    const rules = scaled(
      '{weigh: {scale: 甲, at-least: 5, within: sentence}}',
      '{lists: {案卷: 2, 否定: -3}, phrases: {"3": [通风报信]}}',
    );
    expect(metBy(rules, '未发现其他问题。该局通风报信，案卷遗失。')).toBe(true);
    expect(metBy(rules, '该局通风报信。案卷遗失。')).toBe(false);
    const { ruleFile } = loadRuleFile(rules, 'small.yaml', lead);
    if (!ruleFile) throw new Error('the small rule file is not sound');
    const summary = '台账齐全。该局通风报信，案卷遗失。';
    const [leaking] = compileChecker(ruleFile).assess(leadOf(summary)).situations;
    expect(leaking?.evidence.map(({ text }) => text)).toEqual(['通风报信', '案卷']);
  });

  it('a scale that does not exist, or conditions added up by sentence, are refused', () => {
    expect(codesOf(scaled('{weigh: {scale: 乙, at-least: 1}}', '{lists: {案卷: 2}}'))).toContain('rule-unknown-name');
    const mixed = '{weigh: {scale: 甲, at-least: 1, within: sentence, of: [{points: 3, when: {says: 泄密}}]}}';
    expect(codesOf(scaled(mixed, '{lists: {案卷: 2}}'))).toContain('rule-condition-shape');
    expect(codesOf(scaled('{weigh: {scale: 甲, at-least: 1}}', '{lists: {按卷: 2}}'))).toContain('rule-unknown-name');
  });

  it('meets looks at another situation, and never in a circle', () => {
    const second = (certain: string): string =>
      `  - {id: general, number: 2, name: 兜底, quote: 兜底, certain: ${certain}, basis: [{statute: 某法, article: 第三条, from: 2020-01-01}],
    examples: {match: [案卷遗失。], no-match: [说明。]}}`;
    const overlap = '[{pair: [leaking, general], policy: both, reason: 并列}]';
    const checker = checkerOf({ second: second('{all: [{says: 案卷}, {not: {meets: [leaking]}}]}'), overlap });
    const outcomes = (summary: string) => checker.assess(leadOf(summary)).situations.map(({ id }) => id);
    expect(outcomes('案卷遗失。')).toEqual(['general']);
    expect(outcomes('该局通风报信，案卷遗失。')).toEqual(['leaking']);
    const circle = write({ certain: '{meets: [general]}', second: second('{meets: [leaking]}'), overlap });
    expect(codesOf(circle)).toContain('rule-situation-circle');
  });

  it('a context that weighs takes the force of every phrase of a text that reaches it', () => {
    const settled = '  - {id: settled, title: 已查清, weigh: {at-least: 2, of: [{list: 查清, points: 1}]}}\nactors:';
    const written = write({ vocabularies: '  查清: [经查, 归档]' }).replace('actors:', settled);
    const { ruleFile } = loadRuleFile(written, 'small.yaml', lead);
    if (!ruleFile) throw new Error('the small rule file is not sound');
    const checker = compileChecker(ruleFile);
    expect(checker.assess(leadOf('有人称该局通风报信。经查，存疑。')).decision).toBe('transfer');
    expect(checker.assess(leadOf('有人称该局通风报信。经查并归档。')).decision).toBe('none');
    const [leaking] = checker.explain(leadOf('该局通风报信。经查并归档。')).situations;
    expect(leaking?.certain?.discounted?.[0]?.title).toBe('已查清');
  });

  it('a condition with two operators is refused', () => {
    expect(codesOf(write({ certain: '{says: 泄密, together: [拒交, 案卷]}' }))).toContain('rule-condition-shape');
  });
});
