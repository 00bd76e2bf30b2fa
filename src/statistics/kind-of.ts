/** 记录种类 by id, for the tables: a table that names a kind that is not there is a defect, not bad data. */
import type { KindDeclaration } from '../domain/kind.js';
import { COUNTED_KINDS } from '../kinds/index.js';

const BY_ID = new Map(COUNTED_KINDS.map((kind) => [kind.id, kind]));

export const kindOf = (id: string): KindDeclaration => {
  const kind = BY_ID.get(id);
  if (!kind) throw new Error(`statistics: unknown record kind ${id}`);
  return kind;
};
