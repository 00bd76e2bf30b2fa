/**
 * What of a record may leave the program: hidden fields (反映人) never, identity numbers masked. Every output of record
 * values goes through here.
 */
import { fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';

/** 3203**********1234 */
const maskedIdentity = (value: string): string =>
  `${value.slice(0, 4)}${'*'.repeat(Math.max(0, value.length - 8))}${value.slice(-4)}`;

export const shown = (kind: KindDeclaration, values: readonly Value[]): Readonly<Record<string, Value>> => {
  const out: Record<string, Value> = {};
  for (const [i, field] of fieldsOf(kind).entries()) {
    if (field.privacy === 'hidden') continue;
    const value = values[i] ?? null;
    out[field.id] = field.privacy === 'masked' && typeof value === 'string' ? maskedIdentity(value) : value;
  }
  return out;
};

/** A value in words; several stand beside each other. */
export const asText = (value: Value): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
