/** `at-least-of` 至少满足几项: `count` or more of the conditions hold. */
import { askPart, CONDITION_LIST, compileParts, composed, partsOf, unionOfGates } from './composed.js';
import { defineOperator, FALSE, TRUE, UNDETERMINED } from './operator.js';

interface Options {
  readonly count: number;
  readonly of: readonly unknown[];
}

export const atLeastOf = defineOperator<Options>({
  name: 'at-least-of',
  title: '至少满足几项',
  doc: '所列条件中至少有 count 项成立。',
  schema: {
    type: 'object',
    required: ['count', 'of'],
    additionalProperties: false,
    properties: { count: { type: 'integer', minimum: 1, description: '至少几项' }, of: CONDITION_LIST },
  },
  children: (options, path) => partsOf(options.of, [...path, 'of']),
  lint(options, path, world) {
    if (options.count > options.of.length)
      world.report(
        'rule-condition-constant',
        [...path, 'count'],
        `要求至少满足 ${options.count} 项，但只列了 ${options.of.length} 项，永远不会成立。`,
        '减小 count，或补充条件。',
      );
  },
  compile(options, title, world, path) {
    const parts = compileParts(options.of, [...path, 'of'], world);
    return composed('at-least-of', title, parts, unionOfGates(parts), (lead, cheapFirst) => {
      let certain = 0;
      let possible = 0;
      for (const part of cheapFirst) {
        const outcome = askPart(part, lead);
        if (outcome === TRUE && ++certain >= options.count) return TRUE;
        if (outcome !== FALSE) possible++;
      }
      return possible >= options.count ? UNDETERMINED : FALSE;
    });
  },
  describe: (options, inner) => `以下至少 ${options.count} 项：${options.of.map(inner).join('；')}`,
  mutate: (options) => [
    {
      title: `至少 ${options.count} 项改为 ${options.count + 1} 项`,
      options: { ...options, count: options.count + 1 },
    },
    ...(options.count > 1
      ? [
          {
            title: `至少 ${options.count} 项改为 ${options.count - 1} 项`,
            options: { ...options, count: options.count - 1 },
          },
        ]
      : []),
  ],
});
