/** What the declaration of a kind asks of one record's values. */
import { describe, expect, it } from 'vitest';
import type { FieldDeclaration, Value } from '../../src/domain/kind.js';
import { compileRecordValidator } from '../../src/schema/record-validator.js';

const field = (type: FieldDeclaration['type'], more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  id: 'a',
  title: '甲',
  doc: '说明',
  type,
  ...more,
});

const codeOf = (declared: FieldDeclaration, value: Value | undefined): string | null =>
  compileRecordValidator([declared], ['seventh'])([value])?.[0]?.code ?? null;

describe('a value', () => {
  it.each<[string, FieldDeclaration, Value | undefined, string | null]>([
    ['text in its length', field('text', { maxLength: 2 }), '甲乙', null],
    ['text beyond it, counted in UTF-16 units', field('text', { maxLength: 2 }), '𬎆a', 'cell-too-long'],
    ['text of 20,000 where nothing else is said', field('text'), '长'.repeat(20_000), null],
    ['text of one more', field('text'), '长'.repeat(20_001), 'cell-too-long'],
    ['a blank that is allowed', field('date'), null, null],
    ['a blank that is not', field('date', { required: true }), null, 'field-blank'],
    ['a cell that was not read', field('count'), undefined, 'cell-unread'],
    ['a choice of the list', field('choice', { choices: ['是', '无'] }), '无', null],
    ['a choice of no list', field('choice', { choices: ['是', '无'] }), '否', 'choice-unknown'],
    ['a list with one wrong entry', field('list', { choices: ['甲', '乙'] }), ['甲', '丙'], 'choice-unknown'],
    ['situations by id', field('situations'), ['seventh'], null],
    ['a year', field('year'), 2024, null],
    ['a year too far', field('year'), 2101, 'count-not-read'],
    ['a negative count', field('count'), -1, 'count-not-read'],
  ])('%s', (_, declared, value, code) => {
    expect(codeOf(declared, value)).toBe(code);
  });

  it('at fault is named by its position, all of them at once', () => {
    const fields = [field('text', { required: true }), field('count'), field('year')];
    expect(compileRecordValidator(fields, [])([null, -1, 2024])?.map(({ field: at }) => at)).toEqual([0, 1]);
  });
});
