/**
 * Checks a value that a condition compares with (is, in) against the field's own type and list of choices, so that a
 * comparison that can never be true is said when the rule file is read. Not an operator itself.
 */
import type { FieldDeclaration } from '../../domain/kind.js';
import type { RulePath } from '../model.js';
import type { LintWorld } from './operator.js';

export const lintChoice = (field: FieldDeclaration, value: string | number, path: RulePath, world: LintWorld): void => {
  const numeric = field.type === 'count' || field.type === 'year';
  if (numeric !== (typeof value === 'number')) {
    world.report(
      'rule-type-clash',
      path,
      `字段“${field.id}”（${field.title}）${numeric ? '是数字' : '是文字'}，这里写的是${numeric ? '文字' : '数字'}。`,
      numeric ? '去掉引号，直接写数字。' : '给这个值加上引号。',
    );
    return;
  }
  if (field.choices) world.known(`“${field.title}”的值`, String(value), field.choices, path);
};
