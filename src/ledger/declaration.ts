/**
 * What the ledger makes of the kinds (台账按记录种类建的表、视图和统计数), as one digest: a ledger that bears it needs no fitting.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { letter } from '../kinds/letter.js';
import { columnsOf } from './columns.js';
import { countedText } from './cubes.js';
import { digestOf, hexOf } from './hashing.js';
import { kindIndexes } from './schema.js';
import { viewsOf } from './views.js';

export const declarationOf = (kinds: readonly KindDeclaration[]): string => {
  const tables = [...kinds, letter].map((kind) => [columnsOf(kind), kindIndexes(kind), countedText(kind)]);
  return hexOf(digestOf(JSON.stringify([tables, viewsOf(kinds)])));
};
