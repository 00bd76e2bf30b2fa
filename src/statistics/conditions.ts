/**
 * 筛选条件 (conditions) as a person types them, `行为类型=行政不作为`: any field or outcome of a kind that it may be counted by, with a value as the
 * tables print it. This is how a single figure of a table is cut out, and its records with it.
 */
import { EXIT, Failure } from '../domain/failure.js';
import type { KindDeclaration } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import { type Dimension, dimensionOf } from './dimension.js';
import type { StatisticsContext } from './table.js';

/** The stored value for what was typed; '' stands for blank. */
const storedValue = (dimension: Dimension, typed: string): string => {
  if (typed === dimension.titleOf(null)) return '';
  const values = dimension.values;
  if (values === null) return typed;
  const found = values.find((value) => value === typed || dimension.titleOf(value) === typed);
  if (found !== undefined) return found;
  const titles = values.map(dimension.titleOf);
  const near = nearest(typed, titles);
  throw new Failure(
    EXIT.usage,
    'where-value-unknown',
    `“${dimension.title}”没有“${typed.slice(0, 40)}”这个值`,
    `${near ? `是否指“${near}”？` : ''}可用的值：${[...titles, dimension.titleOf(null)].join('、')}`,
  );
};

/** Field id -> accepted values. Two conditions on one field mean either. */
export const conditionsOf = (
  kind: KindDeclaration,
  typed: readonly string[],
  context: StatisticsContext,
): Readonly<Record<string, readonly string[]>> => {
  const found: Record<string, string[]> = {};
  for (const condition of typed) {
    const [, name = '', value = ''] = /^([^=＝]+)[=＝](.+)$/.exec(condition) ?? [];
    if (name === '')
      throw new Failure(
        EXIT.usage,
        'where-not-understood',
        `--where 的“${condition.slice(0, 40)}”看不懂`,
        '写成 口径=值，几个条件用逗号隔开，如 行为类型=行政不作为',
      );
    const dimension = dimensionOf(kind, name.trim(), context);
    found[dimension.id] = [...(found[dimension.id] ?? []), storedValue(dimension, value.trim())];
  }
  return found;
};
