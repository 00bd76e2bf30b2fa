/**
 * 校验值 (digests): SHA-256. A record's digest is that of its kind and its filled fields in alphabetical order, each as U+001E, the
 * field's id, U+001F and the value as its column holds it, so that neither a field added to a kind later nor another order
 * of fields changes the digests of what was recorded before. No cell holds control characters, so nothing can be said in two
 * ways; SQL can put the same text together (contentSql), and with it any program that can read the ledger.
 *
 * In memory a digest is a string of 32 characters, one per byte: compared with ===, made and stored in a third of the time that
 * hex or a Buffer takes, several times for every record.
 */
import { hash } from 'node:crypto';
import { fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';

/** 32 characters, one per byte. */
export type Digest = string;

export const digestOf = (text: string | Uint8Array): Digest => hash('sha256', text, 'binary');

/** For a BLOB column. */
export const blobOf = (digest: Digest): Buffer => Buffer.from(digest, 'latin1');

/** From a BLOB column; empty where it holds none. */
export const digestIn = (blob: unknown): Digest =>
  blob instanceof Uint8Array ? Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength).toString('latin1') : '';

/** As people and programs see it. */
export const hexOf = (digest: Digest): string => blobOf(digest).toString('hex');

export type ContentHasher = (values: readonly Value[]) => Digest;

const hashers = new WeakMap<KindDeclaration, ContentHasher>();

const BEFORE_FIELD = '\u001e';
const BEFORE_VALUE = '\u001f';

const inOrder = (kind: KindDeclaration): readonly { readonly id: string; readonly index: number }[] =>
  fieldsOf(kind)
    .map(({ id }, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const compile = (kind: KindDeclaration): ContentHasher => {
  const fields = inOrder(kind);
  const heads = fields.map(({ id }) => BEFORE_FIELD + id + BEFORE_VALUE);
  const indexes = fields.map((field) => field.index);
  return (values) => {
    let said = kind.id;
    for (let i = 0; i < indexes.length; i++) {
      const value = values[indexes[i] ?? 0] ?? null;
      if (value !== null) said += heads[i] + (typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
    return digestOf(said);
  };
};

/** The same text in SQL, as bytes, for rows under the name `r`: verifying need not bring every value into memory. */
export const contentSql = (kind: KindDeclaration): string => {
  const parts = inOrder(kind).map(({ id }) => `'${BEFORE_FIELD}${id}${BEFORE_VALUE}' || r.${id}`);
  return `CAST(concat('${kind.id}', ${parts.join(', ')}) AS BLOB)`;
};

/** Digest of what records of a kind say, compiled once for a kind. */
export const contentHasher = (kind: KindDeclaration): ContentHasher => {
  let hasher = hashers.get(kind);
  if (hasher === undefined) {
    hasher = compile(kind);
    hashers.set(kind, hasher);
  }
  return hasher;
};
