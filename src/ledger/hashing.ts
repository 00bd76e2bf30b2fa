/**
 * 校验值 (hashes): SHA-256 over JSON, in hex. A record's hash names its filled fields in alphabetical order, so that neither a
 * field added to a kind later nor another order of fields changes the hashes of what was recorded before; any program that
 * can read the ledger can compute it: sha256 of ["lead","agency","某县某局","found_on","2024-05-08",…].
 */
import { hash } from 'node:crypto';
import { fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';

export const sha256 = (text: string): string => hash('sha256', text);

export const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

export const hex = (blob: unknown): string =>
  blob instanceof Uint8Array ? Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength).toString('hex') : '';

export type ContentHasher = (values: readonly Value[]) => string;

const hashers = new WeakMap<KindDeclaration, ContentHasher>();

const compile = (kind: KindDeclaration): ContentHasher => {
  const fields = fieldsOf(kind)
    .map(({ id }, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = fields.map((field) => field.id);
  const indexes = Uint16Array.from(fields, (field) => field.index);
  return (values) => {
    const said: Value[] = [kind.id];
    for (let i = 0; i < indexes.length; i++) {
      const value = values[indexes[i] ?? 0] ?? null;
      if (value !== null) said.push(ids[i] ?? '', value);
    }
    return sha256(JSON.stringify(said));
  };
};

/** Hash of what records of a kind say; compiled once for a kind. */
export const contentHasher = (kind: KindDeclaration): ContentHasher => {
  let hasher = hashers.get(kind);
  if (hasher === undefined) {
    hasher = compile(kind);
    hashers.set(kind, hasher);
  }
  return hasher;
};

/** Hash of what one record says. Pure: the thread that reads may compute it ahead for the ledger. */
export const contentHash = (kind: KindDeclaration, values: readonly Value[]): string => contentHasher(kind)(values);
