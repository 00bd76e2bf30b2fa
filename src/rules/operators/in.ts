/** `in` 属于: a field has one of these values (a list field: holds one of them). */
import { lintChoice } from './choice.js';
import { type FieldOptions, fieldCondition, fieldSchema, flipMissing, lintField } from './field.js';
import { defineOperator } from './operator.js';

interface Options extends FieldOptions {
  readonly values: readonly (string | number)[];
}

export const isIn = defineOperator<Options>({
  name: 'in',
  title: '属于',
  doc: '字段是所列值之一；字段可有多个值的，含有其中之一即可。',
  schema: fieldSchema(
    {
      values: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: ['string', 'number'] },
        description: '可以是哪些值',
      },
    },
    ['values'],
  ),
  lint(options, path, world) {
    const field = lintField(options, null, path, world);
    if (field)
      options.values.forEach((value, i) => {
        lintChoice(field, value, [...path, 'values', i], world);
      });
  },
  compile(options, title, world) {
    const values = new Set(options.values);
    return fieldCondition('in', title, options, world, (value) =>
      typeof value === 'object' ? value.some((one) => values.has(one)) : values.has(value),
    );
  },
  describe: (options) => `${options.field} 为${options.values.map((value) => `“${value}”`).join('或')}`,
  mutate: (options) => [
    ...(options.values.length < 2
      ? []
      : options.values.map((value, i) => ({
          title: `“${options.field}”的取值中去掉“${value}”`,
          options: { ...options, values: options.values.filter((_, other) => other !== i) },
        }))),
    flipMissing(options),
  ],
});
