/** `all` 同时满足: every condition of the list holds. */
import { askPart, CONDITION_LIST, compileParts, composed, partsOf, productOfGates, withoutEach } from './composed.js';
import { defineOperator, FALSE, TRUE, type TruthValue } from './operator.js';

export const all = defineOperator<readonly unknown[]>({
  name: 'all',
  title: '同时满足',
  doc: '所列条件全部成立才算成立。有一项不成立就是不成立；没有不成立但有无法判断的，就是无法判断。',
  schema: CONDITION_LIST,
  children: partsOf,
  compile(options, title, world, path) {
    const parts = compileParts(options, path, world);
    return composed('all', title, parts, productOfGates(parts), (lead, cheapFirst) => {
      let least: TruthValue = TRUE;
      for (const part of cheapFirst) {
        const outcome = askPart(part, lead);
        if (outcome < least) least = outcome;
        if (least === FALSE) return FALSE;
      }
      return least;
    });
  },
  describe: (options, inner) => options.map(inner).join('，并且'),
  mutate: withoutEach,
});
