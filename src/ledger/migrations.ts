/**
 * 台账升级 (migrations): brings a ledger up to this program. Two sorts: named steps for tables whose meaning changes, and what
 * follows from the kinds (a table or column that is missing, views and counts that differ), which needs no hand-written step. Each is
 * recorded in the ledger by name, all in one transaction: a ledger is never half-way.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { letter } from '../kinds/letter.js';
import { columnList, columnsOf, type SqlValue, tableOf } from './columns.js';
import { countedText } from './cubes.js';
import type { Sqlite } from './database.js';
import { declarationOf } from './declaration.js';
import { Facts } from './facts.js';
import { fillLetters } from './letters.js';
import { rowReader } from './rows.js';
import { factTable, fixedSchema, kindIndexes, kindSchema } from './schema.js';
import { viewsOf } from './views.js';
import { OWN_OFFICE } from './writing.js';

interface Migration {
  readonly name: string;
  readonly statements: () => readonly string[];
}

/** In order, for good: a step is never changed once it has shipped, a new one goes to the end. */
const MIGRATIONS: readonly Migration[] = [{ name: '0001-foundation', statements: fixedSchema }];

/** Stored in the file's header; a ledger with a higher number was written by a newer xingji. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** "XJ" and the format: tells the file apart from other SQLite files. */
export const APPLICATION_ID = 0x584a0001;

const metaValue = (db: Sqlite, name: string): string | null => {
  const value = db.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name);
  return typeof value === 'string' ? value : null;
};

const setMeta = (db: Sqlite, name: string, value: string): void => {
  db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
};

export const userVersion = (db: Sqlite): number => Number(db.pragma('user_version', { simple: true }));

/** True where the ledger already fits the kinds of this program; `declaration` is that of the kinds. */
export const isCurrent = (db: Sqlite, declaration: string): boolean =>
  userVersion(db) === SCHEMA_VERSION && metaValue(db, 'declaration') === declaration;

/** Columns that the kinds of this program do not know: a newer xingji has written there, and its hashes cover them. */
export const unknownColumn = (db: Sqlite, kinds: readonly KindDeclaration[]): string | null => {
  for (const kind of kinds) {
    const known = new Set(columnsOf(kind).map((column) => column.name));
    const extra = existingColumns(db, tableOf(kind.id)).find((name) => !known.has(name));
    if (extra !== undefined) return `${kind.title}.${extra}`;
  }
  return null;
};

const existingColumns = (db: Sqlite, table: string): readonly string[] =>
  // Names of columns are text.
  db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];

export const migrate = (db: Sqlite, kinds: readonly KindDeclaration[], now: string): void => {
  db.transaction(() => {
    // Another process may have done it while this one waited for the lock.
    const version = userVersion(db);
    const declaration = declarationOf(kinds);
    if (version > 0 && isCurrent(db, declaration)) return;
    for (const { statements } of MIGRATIONS.slice(version)) for (const statement of statements()) db.exec(statement);
    const record = db.prepare('INSERT INTO migration (name, applied_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
    for (const { name } of MIGRATIONS.slice(version)) record.run(name, now);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
    for (const kind of kinds) for (const name of fitTables(db, kind)) record.run(name, now);
    for (const { name, sql } of viewsOf(kinds)) {
      db.exec(`DROP VIEW IF EXISTS "${name.replaceAll('"', '""')}"`);
      db.exec(sql);
    }
    for (const kind of kinds) if (metaValue(db, `counted ${kind.id}`) !== countedText(kind)) recount(db, kind);
    // A program that does not know them may have written since.
    fillLetters(db);
    recount(db, letter);
    setMeta(db, 'declaration', declaration);
  }).immediate();
};

/** Makes a kind's tables, or adds the columns and indexes that they lack; returns the names of the steps done. */
const fitTables = (db: Sqlite, kind: KindDeclaration): readonly string[] => {
  const table = tableOf(kind.id);
  const existing = new Set(existingColumns(db, table));
  const steps: string[] = [];
  if (existing.size === 0) {
    for (const statement of kindSchema(kind)) db.exec(statement);
    steps.push(`kind ${kind.id}`);
  } else
    for (const { name, type } of columnsOf(kind)) {
      if (existing.has(name)) continue;
      db.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
      db.exec(`ALTER TABLE ${table}_revision ADD COLUMN ${name} ${type}`);
      steps.push(`kind ${kind.id} column ${name}`);
    }
  for (const { sql } of kindIndexes(kind)) db.exec(sql);
  return steps;
};

/** A kind that is counted otherwise than before is counted anew, from its rows. */
const recount = (db: Sqlite, kind: KindDeclaration): void => {
  for (const statement of factTable(kind)) db.exec(statement);
  countAll(db, kind, OWN_OFFICE).flush();
  setMeta(db, `counted ${kind.id}`, countedText(kind));
};

/** All rows in force, counted; used here and by verify. */
export const countAll = (db: Sqlite, kind: KindDeclaration, office: number): Facts => {
  const facts = new Facts(db, kind, office);
  const read = rowReader(kind);
  // The plus keeps the key's index out: the rows are walked by id.
  const page = db
    .prepare(
      `SELECT ${columnList(kind)} FROM ${tableOf(kind.id)} WHERE +office = ? AND voided IS NULL AND id > ? ORDER BY id LIMIT 500`,
    )
    .raw();
  for (let last = 0; ; ) {
    const rows = page.all(office, last) as SqlValue[][];
    for (const raw of rows) {
      const { values, state } = read(raw);
      facts.count(values, state, 1);
    }
    if (rows.length === 0) return facts;
    last = Number(rows[rows.length - 1]?.[0]);
  }
};
