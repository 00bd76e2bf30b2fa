/**
 * 记录行 (rows): the statements that read and write the rows of one kind: insert, supersede (the old row moves to the revisions), each
 * with its journal row and its counts, so that none of the three can be forgotten. New leads of a file come in by a shorter
 * way (additions.ts).
 */
import { dayOf, fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import { type AssessedState, readState, StateColumns, voidDigest } from './assessed-state.js';
import { columnList, columnsOf, FIXED_COUNT, type SqlValue, tableOf, valuesReader } from './columns.js';
import type { Facts } from './facts.js';
import { blobOf, type Digest, digestIn } from './hashing.js';
import type { JournalPlace } from './link.js';
import type { Writing } from './writing.js';

/** What identifies a row and what it was recorded from, without its fields. */
export interface KnownRow {
  readonly id: number;
  readonly key: string;
  readonly revision: number;
  readonly voided: string | null;
  readonly content: Digest;
  readonly given: Digest | null;
}

export interface StoredRow extends KnownRow {
  readonly naturalKey: string | null;
  readonly day: string | null;
  readonly values: readonly Value[];
  readonly state: AssessedState | null;
}

/** A row about to be written. */
export interface NewRow {
  readonly key: string;
  readonly naturalKey: string | null;
  readonly voided: string | null;
  readonly values: readonly Value[];
  readonly state: AssessedState | null;
  readonly content: Digest;
  readonly given: Digest | null;
}

/** Reads raw rows in column order; shared with reads. Digests are not in the row: `content` and `given` stay empty. */
export const rowReader = (kind: KindDeclaration): ((raw: readonly SqlValue[]) => StoredRow) => {
  const valuesOf = valuesReader(kind);
  const stateFrom = FIXED_COUNT + fieldsOf(kind).length;
  const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);
  return (raw) => ({
    id: Number(raw[0]),
    key: String(raw[2]),
    naturalKey: text(raw[3]),
    revision: Number(raw[4]),
    day: text(raw[7]),
    voided: text(raw[8]),
    values: valuesOf(raw),
    state: kind.assessed ? readState(raw, stateFrom) : null,
    content: '',
    given: null,
  });
};

/** What identifies a row, with the journal's digests of it. */
const KNOWN = 'r.id, r.key, r.revision, r.voided, j.content_hash, j.given_hash';
const JOINED = 'JOIN journal j ON j.office = r.office AND j.seq = r.journal';

const knownOf = ([id, key, revision, voided, content, given]: readonly SqlValue[]): KnownRow => ({
  id: Number(id),
  key: String(key),
  revision: Number(revision),
  voided: typeof voided === 'string' ? voided : null,
  content: digestIn(content),
  given: given instanceof Uint8Array ? digestIn(given) : null,
});

/** Bound values before the fields. */
const OWN = 6;

export class Rows {
  private readonly read;
  private readonly insertNew;
  private readonly selectKnown;
  private readonly selectNatural;
  private readonly selectRow;
  private readonly older;
  private readonly archive;
  private readonly update;
  private readonly facts: Facts;
  private readonly states = new StateColumns();
  private readonly bound: SqlValue[];
  private readonly fields: number;
  private readonly day: number;

  constructor(
    private readonly writing: Writing,
    private readonly kind: KindDeclaration,
  ) {
    const { db, office, run } = writing;
    const table = tableOf(kind.id);
    const names = columnsOf(kind).map((column) => column.name);
    const [, , ...own] = names;
    this.read = rowReader(kind);
    this.fields = fieldsOf(kind).length;
    this.day = kind.day === null ? -1 : fieldIndex(kind, kind.day);
    this.bound = new Array<SqlValue>(own.length - 1).fill(null);
    this.facts = writing.factsOf(kind);
    this.insertNew = db.prepare(
      `INSERT INTO ${table} (office, ${own.join(', ')}) VALUES (${office}, ${own.map((name) => (name === 'run' ? run.id : '?')).join(', ')}) ON CONFLICT DO NOTHING`,
    );
    this.update = db.prepare(
      `UPDATE ${table} SET ${own.map((name) => `${name} = ${name === 'run' ? run.id : '?'}`).join(', ')} WHERE id = ?`,
    );
    this.selectKnown = db
      .prepare(`SELECT ${KNOWN} FROM ${table} r ${JOINED} WHERE r.office = ${office} AND r.key = ?`)
      .raw();
    this.selectNatural = db
      .prepare(
        `SELECT ${KNOWN} FROM ${table} r ${JOINED} WHERE r.office = ${office} AND r.natural_key = ? ORDER BY r.id`,
      )
      .raw();
    this.selectRow = db.prepare(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).raw();
    this.older = db
      .prepare(
        `SELECT 1 FROM ${table}_revision r ${JOINED} WHERE r.id = ? AND (j.content_hash = ? OR j.content_hash = ? OR j.given_hash = ?) LIMIT 1`,
      )
      .pluck();
    this.archive = db.prepare(
      `INSERT INTO ${table}_revision (${columnList(kind)}, superseded_by, superseded_run) SELECT ${columnList(kind)}, ?, ${run.id} FROM ${table} WHERE id = ?`,
    );
  }

  byKey(key: string): KnownRow | null {
    const raw = this.selectKnown.get(key) as SqlValue[] | undefined;
    return raw === undefined ? null : knownOf(raw);
  }

  byNaturalKey(key: string): readonly KnownRow[] {
    return (this.selectNatural.all(key) as SqlValue[][]).map(knownOf);
  }

  whole(known: KnownRow): StoredRow {
    const row = this.read(this.selectRow.get(known.id) as SqlValue[]);
    return { ...row, content: known.content, given: known.given };
  }

  /** True where an earlier revision of the row said the same, or was given the same. */
  isOlder(id: number, content: Digest, given: Digest): boolean {
    const asGiven = blobOf(given);
    return this.older.get(id, blobOf(content), asGiven, asGiven) === 1;
  }

  /** Inserts, journals and counts a new row; its id, or 0 where the key is known. */
  insert(row: NewRow, place: JournalPlace): number {
    const { journal } = this.writing;
    const state = this.bind(row, 1);
    // Spread, since the driver reads arguments faster than the elements of an array.
    const done = this.insertNew.run(...this.bound);
    if (done.changes === 0) return 0;
    journal.append(this.kind.id, row.key, 1, 'add', row.content, row.given, state, place);
    this.facts.count(row.values, row.state, 1);
    return Number(done.lastInsertRowid);
  }

  /** Moves the present row to the revisions and writes the new one in its place; the new revision. */
  supersede(stored: StoredRow, row: NewRow, action: string, place: JournalPlace): number {
    const { journal } = this.writing;
    const revision = stored.revision + 1;
    this.archive.run(journal.next, stored.id);
    const state = this.bind(row, revision);
    this.update.run(...this.bound, stored.id);
    journal.append(this.kind.id, row.key, revision, action, row.content, row.given, state, place);
    if (stored.voided === null) this.facts.count(stored.values, stored.state, -1);
    if (row.voided === null) this.facts.count(row.values, row.state, 1);
    return revision;
  }

  /** Fills the array of bound values (all columns but id, office and run); returns the digest of what is said besides the content. */
  private bind(row: NewRow, revision: number): Digest | null {
    const { bound, fields } = this;
    const { values, voided } = row;
    bound[0] = row.key;
    bound[1] = row.naturalKey;
    bound[2] = revision;
    bound[3] = this.writing.journal.next;
    bound[4] = dayOf(values[this.day]);
    bound[5] = voided;
    for (let i = 0; i < fields; i++) {
      const value = values[i] ?? null;
      bound[OWN + i] = value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
    }
    if (!this.kind.assessed) return voidDigest(voided);
    if (row.state === null) throw new Error('a lead without an assessment');
    const { columns, digest } = this.states.bind(row.state, this.writing.ruleSha(row.state.ruleFile), voided);
    for (let i = 0; i < columns.length; i++) bound[OWN + fields + i] = columns[i] ?? null;
    return digest;
  }
}
