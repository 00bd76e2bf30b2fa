/** `at-least` 不少于: a number field compared with a threshold, or a text's length in UTF-16 units. */
import { type FieldOptions, fieldCondition, fieldSchema, flipMissing, lintField } from './field.js';
import { defineOperator } from './operator.js';

interface Options extends FieldOptions {
  readonly value: number;
}

export const atLeast = defineOperator<Options>({
  name: 'at-least',
  title: '不少于',
  doc: '数字字段不少于某个数；文字字段则比较字数，多值字段比较个数。',
  schema: fieldSchema({ value: { type: 'number', description: '界限（含本数）' } }, ['value']),
  lint(options, path, world) {
    lintField(options, ['count', 'year', 'text', 'list'], path, world);
  },
  compile: (options, title, world) =>
    fieldCondition(
      'at-least',
      title,
      options,
      world,
      (value) => (typeof value === 'number' ? value : value.length) >= options.value,
    ),
  describe: (options) => `${options.field} 不少于 ${options.value}`,
  mutate: (options) => [
    { title: `界限 ${options.value} 加一`, options: { ...options, value: options.value + 1 } },
    { title: `界限 ${options.value} 减一`, options: { ...options, value: options.value - 1 } },
    flipMissing(options),
  ],
});
