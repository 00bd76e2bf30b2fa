/** What clerks write in cells, and what is stored; per type a few that pass, a few that fail, and the border. */
import { describe, expect, it } from 'vitest';
import type { FieldDeclaration, Value } from '../../src/domain/kind.js';
import { cellText } from '../../src/intake/cell-text.js';
import { cellReader } from '../../src/intake/cells/index.js';
import { SETTINGS } from './office.js';

const field = (type: FieldDeclaration['type'], more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  id: 'a',
  title: '甲',
  doc: '说明',
  type,
  ...more,
});

/** The value, or the code of the problem. */
const read = (declared: FieldDeclaration, text: string): Value | { readonly code: string } => {
  const reader = cellReader(declared, SETTINGS);
  const value = reader.read(text);
  return value === undefined ? { code: reader.explain(text, declared).code } : value;
};

const refused = (code: string) => ({ code });

describe('a date', () => {
  it.each([
    '2024-05-08',
    '2024-5-8',
    '2024.5.8',
    '2024/5/8',
    '2024年5月8日',
    '2024 年 5 月 8 日',
    '20240508',
    '２０２４年５月８日',
    '45420',
    '2024-05-08 00:00:00',
  ])('%s is read', (text) => {
    expect(read(field('date'), text)).toBe('2024-05-08');
  });

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', refused('date-not-real')],
    ['2026-13-01', refused('date-not-real')],
    ['1899-12-31', refused('date-not-real')],
    ['2024年5月', refused('date-incomplete')],
    ['2024', refused('date-incomplete')],
    ['5/8/2024', refused('date-ambiguous')],
    ['昨天', refused('date-not-read')],
    ['12345', refused('date-not-read')],
  ])('%s is judged by the calendar', (text, expected) => {
    expect(read(field('date'), text)).toEqual(expected);
  });
});

describe('a count', () => {
  it.each([
    ['0', 0],
    ['１２', 12],
    ['1,234', 1234],
    ['12.0', 12],
    ['-1', refused('count-not-read')],
    ['1.5', refused('count-not-read')],
    ['12,34', refused('count-not-read')],
    ['5件', refused('count-not-read')],
    ['99999999999', refused('count-not-read')],
  ])('%s', (text, expected) => {
    expect(read(field('count'), text)).toEqual(expected);
  });
});

describe('a year and a period', () => {
  it.each([
    ['year', '2024年', 2024],
    ['year', '24', refused('year-not-read')],
    ['period', '2023', '2023'],
    ['period', '2023年度', '2023'],
    ['period', '2023年第二季度', '2023Q2'],
    ['period', '2023Q2', '2023Q2'],
    ['period', '2023年5月', '2023-05'],
    ['period', '2023.5', '2023-05'],
    ['period', '2023-13', refused('period-not-read')],
    ['period', '上半年', refused('period-not-read')],
  ] as const)('%s %s', (type, text, expected) => {
    expect(read(field(type), text)).toEqual(expected);
  });
});

describe('situations', () => {
  it.each([
    ['2', ['obstructing-evidence']],
    ['②', ['obstructing-evidence']],
    ['（二）', ['obstructing-evidence']],
    ['第二种情形', ['obstructing-evidence']],
    ['情形3', ['interfering-in-case']],
    ['3、2', ['obstructing-evidence', 'interfering-in-case']],
    ['干涉、插手办案', ['interfering-in-case']],
    ['干涉、插手办案、帮助、泄露案情', ['interfering-in-case', 'leaking-case-information']],
    ['improper-performance', ['improper-performance']],
    ['第七种情形', ['seventh']],
    ['2、8', refused('situation-unknown')],
    ['干涉', refused('situation-unknown')],
  ])('%s', (text, expected) => {
    expect(read(field('situations'), text)).toEqual(expected);
  });
});

describe('a region', () => {
  it.each([
    ['盘山县', '211122'],
    ['211122', '211122'],
    ['２１１１２２', '211122'],
    ['盘锦市盘山县', '211122'],
    ['辽宁省盘锦市盘山县', '211122'],
    ['盘衫县', refused('region-unknown')],
    ['999999', refused('region-unknown')],
  ])('%s', (text, expected) => {
    expect(read(field('region'), text)).toEqual(expected);
  });
});

describe('an identity number', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['110105194912310021', refused('identity-not-right')],
    ['110105491231002', refused('identity-not-right')],
    ['1.10105E+17', refused('number-damaged')],
    ['110105194912310000', refused('number-damaged')],
  ])('%s', (text, expected) => {
    expect(read(field('identity'), text)).toEqual(expected);
  });
});

describe('choices, lists, flags and text', () => {
  const choices = ['县处级', '（其他）'];
  it.each([
    [field('choice', { choices }), '县处级', '县处级'],
    [field('choice', { choices }), ' 县 处 级', '县处级'],
    [field('choice', { choices }), '(其他)', '（其他）'],
    [field('choice', { choices, choiceAliases: { 处级: '县处级' } }), '处级', '县处级'],
    [field('choice', { choices }), '县级', refused('choice-unknown')],
    [field('list', { choices }), '县处级；(其他)，县处级', ['县处级', '（其他）']],
    [field('list'), '甲、乙\n丙;丁', ['甲', '乙', '丙', '丁']],
    [field('list', { choices }), '县处级、乙', refused('choice-unknown')],
    [field('flag'), '√', '是'],
    [field('flag'), '也许', refused('flag-not-read')],
    [field('text'), '4.5E+17', refused('number-damaged')],
    [field('text'), '甲  乙', '甲  乙'],
  ] as const)('%o reads %s', (declared, text, expected) => {
    expect(read(declared, text)).toEqual(expected);
  });
});

describe('the text of a cell', () => {
  it.each([
    ['  甲 乙　', '甲 乙'],
    ['="0012"', '0012'],
    ["'0012", '0012'],
    ["'=1+1", '=1+1'],
    ["'甲'", "'甲'"],
    ['\u200b甲\ufeff', '甲'],
    ['\t320', '320'],
    ['(甲', '(甲'],
  ])('%j is %j', (cell, expected) => {
    expect(cellText(cell)).toBe(expected);
  });
});
