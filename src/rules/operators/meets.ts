/**
 * `meets` 已符合: the certain condition of another situation holds for this lead. For a situation that is the general one
 * beside special ones. The other's words are no evidence of this one. One step only: a situation that names another may
 * not be named itself (lint/conditions.ts), so that no circle can arise.
 */
import { defineOperator, FALSE, type LeadView, type TruthValue, truthOf } from './operator.js';

type Options = readonly string[];

/** More than any condition written in its place is likely to take. */
const MEETS_COST = 1_000;

export const meets = defineOperator<Options>({
  name: 'meets',
  title: '已符合别的情形',
  doc: '所列情形中有一种的认定条件成立。',
  schema: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', description: '情形代号' } },
  lint(options, path, world) {
    options.forEach((id, i) => {
      world.known('情形', id, world.situationIds, [...path, i]);
    });
  },
  compile(options, title, world) {
    const evaluate = (lead: LeadView): TruthValue => {
      let best: TruthValue = FALSE;
      for (const id of options) {
        const outcome = world.situation(id)?.evaluate(lead) ?? FALSE;
        if (outcome > best) best = outcome;
      }
      return best;
    };
    return {
      gates: null,
      // As dear as the conditions it asks for; those are compiled after it.
      cost: MEETS_COST * options.length,
      evaluate,
      collect() {},
      explain: (lead) => ({ operator: 'meets', title, outcome: truthOf(evaluate(lead)), fields: [], conditions: [] }),
    };
  },
  describe: (options) => `已符合情形 ${options.join('、')}`,
  mutate: (options) =>
    options.length < 2
      ? []
      : options.map((id, i) => ({ title: `不看情形 ${id}`, options: options.filter((_, other) => other !== i) })),
});
