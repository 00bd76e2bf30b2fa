/** `not` 不满足: the condition does not hold; what cannot be told stays undetermined. */
import { readCondition } from '../condition.js';
import { defineOperator, FALSE, TRUE, type TruthValue, truthOf, UNDETERMINED } from './operator.js';

const OPPOSITE: readonly [TruthValue, TruthValue, TruthValue] = [TRUE, UNDETERMINED, FALSE];

export const not = defineOperator<unknown>({
  name: 'not',
  title: '不满足',
  doc: '所列条件不成立时成立；所列条件无法判断时也无法判断。',
  schema: { $ref: '#/$defs/condition' },
  children: (options, path) => [readCondition(options, path)],
  compile(options, title, world, path) {
    const part = world.compile(readCondition(options, path));
    return {
      // Absence of phrases makes it true, so nothing can gate it.
      gates: null,
      cost: part.cost,
      evaluate: (lead) => OPPOSITE[part.evaluate(lead)],
      collect(lead, _evidence, missing) {
        if (part.evaluate(lead) === UNDETERMINED) part.collect(lead, [], missing);
      },
      explain: (lead) => ({
        operator: 'not',
        title,
        outcome: truthOf(OPPOSITE[part.evaluate(lead)]),
        fields: [],
        conditions: [part.explain(lead)],
      }),
    };
  },
  describe: (options, inner) => `不是（${inner(options)}）`,
  mutate: (options) => [{ title: '去掉“不满足”的限制', options: { not: options } }],
});
