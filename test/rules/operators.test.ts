import { describe, expect, it } from 'vitest';
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

  it('a condition with two operators is refused', () => {
    expect(codesOf(write({ certain: '{says: 泄密, together: [拒交, 案卷]}' }))).toContain('rule-condition-shape');
  });
});
