/**
 * 识别要素: which parts of a record's identity key are blank. Without a key a record cannot even amend another one, so it is
 * refused at once; a kind with an optional 编号 needs nothing else once that is given.
 */
import { fieldIndex, type KindDeclaration, type Value } from '../domain/kind.js';

const NOTHING: readonly (readonly number[])[] = [];

/** Gives the key parts (as field positions) of which nothing is filled in. Optional single parts may be blank. */
export const keyCheck = (
  kind: KindDeclaration,
): ((values: readonly (Value | undefined)[]) => readonly (readonly number[])[]) => {
  const parts = kind.key
    .map((part) => (typeof part === 'string' ? [part] : part))
    .filter((part) => part.length > 1 || kind.fields.some(({ id, required }) => id === part[0] && required))
    .map((part) => part.map((id) => fieldIndex(kind, id)));
  return (values) => {
    if (kind.numbered && values[0] !== null) return NOTHING;
    let blank: (readonly number[])[] | null = null;
    for (const part of parts) {
      let filled = false;
      for (const at of part) if (values[at] !== null) filled = true;
      if (!filled) {
        blank ??= [];
        blank.push(part);
      }
    }
    return blank ?? NOTHING;
  };
};
