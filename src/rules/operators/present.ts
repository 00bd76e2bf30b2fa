/** `present` 已填写: a field is not blank. The one operator to which a blank is an answer. */
import { lintField } from './field.js';
import { defineOperator, FALSE, type LeadView, TRUE, type TruthValue, truthOf } from './operator.js';

interface Options {
  readonly field: string;
}

export const present = defineOperator<Options>({
  name: 'present',
  title: '已填写',
  doc: '字段有内容。',
  schema: {
    type: 'object',
    required: ['field'],
    additionalProperties: false,
    properties: { field: { type: 'string', description: '字段' } },
  },
  lint(options, path, world) {
    lintField(options, null, path, world);
  },
  compile(options, title, world) {
    const { index } = world.field(options.field);
    const evaluate = (lead: LeadView): TruthValue => ((lead.values[index] ?? null) === null ? FALSE : TRUE);
    return {
      gates: null,
      cost: 1,
      evaluate,
      collect: () => undefined,
      explain: (lead) => ({ operator: 'present', title, outcome: truthOf(evaluate(lead)), fields: [options.field] }),
    };
  },
  describe: (options) => `${options.field} 已填写`,
  mutate: () => [],
});
