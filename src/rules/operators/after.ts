/** `after` 晚于: a date field compared with a day; the day itself is not included. */
import { addDays } from '../../domain/calendar.js';
import { type FieldOptions, fieldCondition, fieldSchema, flipMissing, lintField } from './field.js';
import { DATE_SCHEMA } from './in-force.js';
import { defineOperator } from './operator.js';

interface Options extends FieldOptions {
  readonly date: string;
}

export const after = defineOperator<Options>({
  name: 'after',
  title: '晚于',
  doc: '日期字段晚于某一天，不含当天。',
  schema: fieldSchema({ date: { ...DATE_SCHEMA, description: '年-月-日，如 2024-01-01' } }, ['date']),
  lint(options, path, world) {
    lintField(options, ['date'], path, world);
  },
  compile: (options, title, world) =>
    fieldCondition('after', title, options, world, (value) => typeof value === 'string' && value > options.date),
  describe: (options) => `${options.field} 晚于 ${options.date}`,
  mutate: (options) => [
    { title: `日期 ${options.date} 推后一天`, options: { ...options, date: addDays(options.date, 1) } },
    { title: `日期 ${options.date} 提前一天`, options: { ...options, date: addDays(options.date, -1) } },
    flipMissing(options),
  ],
});
