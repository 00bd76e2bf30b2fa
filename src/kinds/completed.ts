/**
 * What follows from other facts of a record and is filled in where the row leaves it blank: a lead without 行政区划
 * belongs to the office's region, and its 层级 follows from the region code (a code ending in 00 is the city itself).
 * Applied after a row is merged with what the ledger has, so that a default never overwrites a recorded value.
 */
import { fieldIndex, type KindDeclaration, type Value } from '../domain/kind.js';

/** The fields of a lead that may be filled in. */
export const COMPLETED: readonly string[] = ['region', 'level'];

/** A function that returns the values with defaults filled in; the same array where there is nothing to fill. */
export const completer = (
  kind: KindDeclaration,
  officeRegion: string,
): ((values: readonly Value[]) => readonly Value[]) => {
  if (!kind.assessed) return (values) => values;
  const region = fieldIndex(kind, 'region');
  const level = fieldIndex(kind, 'level');
  return (values) => {
    if (values[region] !== null && values[level] !== null) return values;
    const filled = [...values];
    const code = filled[region] ?? officeRegion;
    filled[region] = code;
    filled[level] ??= typeof code === 'string' && code.endsWith('00') ? '市' : '县区';
    return filled;
  };
};
