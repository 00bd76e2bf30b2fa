/** `is` 等于: a field has exactly this value (a list field: holds it). */

import { lintChoice } from './choice.js';
import { type FieldOptions, fieldCondition, fieldSchema, flipMissing, lintField } from './field.js';
import { defineOperator } from './operator.js';

interface Options extends FieldOptions {
  readonly value: string | number;
}

export const is = defineOperator<Options>({
  name: 'is',
  title: '等于',
  doc: '字段等于某个值；字段可有多个值的，含有该值即可。',
  schema: fieldSchema({ value: { type: ['string', 'number'], description: '要等于的值' } }, ['value']),
  lint(options, path, world) {
    const field = lintField(options, null, path, world);
    if (field) lintChoice(field, options.value, [...path, 'value'], world);
  },
  compile: (options, title, world) =>
    fieldCondition('is', title, options, world, (value) =>
      typeof value === 'object' ? value.includes(String(options.value)) : value === options.value,
    ),
  describe: (options) => `${options.field} 为“${options.value}”`,
  mutate: (options) => [
    { title: `“${options.field} 为 ${options.value}”改为不可能的值`, options: { ...options, value: '\u0000' } },
    flipMissing(options),
  ],
});
