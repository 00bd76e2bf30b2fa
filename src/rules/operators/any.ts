/** `any` 任一满足: at least one condition of the list holds. */
import { askPart, CONDITION_LIST, compileParts, composed, partsOf, unionOfGates, withoutEach } from './composed.js';
import { type CompiledCondition, defineOperator, FALSE, type LeadView, TRUE, type TruthValue } from './operator.js';

export const any = defineOperator<readonly unknown[]>({
  name: 'any',
  title: '任一满足',
  doc: '所列条件有一项成立就算成立。没有成立但有无法判断的，就是无法判断。',
  schema: CONDITION_LIST,
  children: partsOf,
  compile(options, title, world, path) {
    const parts = compileParts(options, path, world);
    const judge = (lead: LeadView, cheapFirst: readonly CompiledCondition[]): TruthValue => {
      let greatest: TruthValue = FALSE;
      for (const part of cheapFirst) {
        const outcome = askPart(part, lead);
        if (outcome > greatest) greatest = outcome;
        if (greatest === TRUE) return TRUE;
      }
      return greatest;
    };
    return composed('any', title, parts, unionOfGates(parts), judge, true);
  },
  describe: (options, inner) => options.map(inner).join('；或者'),
  mutate: withoutEach,
});
