/**
 * 统计维度组合 (cubes): which dimension tuples of a kind are kept counted, worked out once from its declaration. A tuple whose
 * numbers follow from a larger one ([被反映单位] from [被反映单位, 结论]) is not gathered record by record but summed up when
 * written. That holds only where each dimension left out has one value a record: a list would count a record several times.
 */
import { type CountedDeclaration, fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import { isList, isNumber } from './columns.js';

/** What the assessment says of a lead, as counts see it. */
export interface CountedState {
  readonly decision: string;
  readonly met: readonly string[];
}

export interface Dimension {
  readonly id: string;
  /** True for lists: a record counts once for each of its values, a blank list once as blank. */
  readonly multiple: boolean;
  /** SQL of the value in a row of the kind's table; for lists of the JSON column. */
  readonly column: string;
  readonly isNumber: boolean;
  readonly read: (values: readonly Value[], state: CountedState | null) => Value;
}

export const dimensionOf = (kind: KindDeclaration, id: string): Dimension => {
  if (kind.assessed && id === 'decision')
    return { id, multiple: false, column: 'decision', isNumber: false, read: (_, state) => state?.decision ?? null };
  if (kind.assessed && id === 'situation')
    return { id, multiple: true, column: 'met', isNumber: false, read: (_, state) => state?.met ?? null };
  const index = fieldIndex(kind, id);
  const field = fieldsOf(kind)[index];
  if (field)
    return {
      id,
      multiple: isList(field),
      column: field.id,
      isNumber: isNumber(field),
      read: (values) => values[index] ?? null,
    };
  if (id === 'year' && kind.day !== null) {
    const day = fieldIndex(kind, kind.day);
    const year = (value: Value | undefined): Value =>
      value === null || value === undefined ? null : String(value).slice(0, 4);
    return { id, multiple: false, column: 'substr(day, 1, 4)', isNumber: false, read: (values) => year(values[day]) };
  }
  throw new Error(`kind ${kind.id} has no dimension ${id}`);
};

/** The name under which a tuple's numbers are stored. */
export const cubeName = ({ by, only }: CountedDeclaration): string =>
  `${by.join(',')}${Object.entries(only ?? {})
    .map(([id, values]) => `|${id}=${values.join(',')}`)
    .join('')}`;

/** Which records a tuple counts: those with one of the values in each of these dimensions. */
interface Only {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** A tuple gathered record by record, and those that are summed up from it: positions of their dimensions in it. */
export interface GatheredCube {
  readonly only: readonly Only[];
  readonly dimensions: readonly Dimension[];
  readonly yields: readonly { readonly name: string; readonly positions: readonly number[] }[];
}

const positionsIn = (by: readonly string[], dimensions: readonly Dimension[]): readonly number[] | null => {
  const positions = by.map((id) => dimensions.findIndex((dimension) => dimension.id === id));
  const followsFromSingles = dimensions.every((dimension) => !dimension.multiple || by.includes(dimension.id));
  return positions.includes(-1) || !followsFromSingles ? null : positions;
};

export const gatheredCubes = (kind: KindDeclaration): readonly GatheredCube[] => {
  type Yield = GatheredCube['yields'][number];
  const gathered: (Omit<GatheredCube, 'yields'> & { readonly counts: string; readonly yields: Yield[] })[] = [];
  // Largest first, so that every tuple finds the one it follows from.
  for (const declared of [...kind.counted].sort((a, b) => b.by.length - a.by.length)) {
    const { by } = declared;
    const name = cubeName(declared);
    const counts = cubeName({ ...declared, by: [] });
    let found = false;
    for (const { counts: others, dimensions, yields } of gathered) {
      const positions = counts === others ? positionsIn(by, dimensions) : null;
      if (positions === null) continue;
      yields.push({ name, positions });
      found = true;
      break;
    }
    if (found) continue;
    const dimensions = by.map((id) => dimensionOf(kind, id));
    gathered.push({
      counts,
      only: Object.entries(declared.only ?? {}).map(([id, values]) => ({ dimension: dimensionOf(kind, id), values })),
      dimensions,
      yields: [{ name, positions: by.map((_, i) => i) }],
    });
  }
  return gathered;
};

/** What was counted how, as text: where it differs from the ledger's, everything is counted anew. */
export const countedText = (kind: KindDeclaration): string =>
  JSON.stringify([kind.day, kind.counted.map(cubeName).sort(), kind.sums]);
