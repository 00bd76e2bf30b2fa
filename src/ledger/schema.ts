/**
 * The ledger's tables, generated (STRICT, in the common subset of SQLite and PostgreSQL where that costs nothing), their indexes
 * and the triggers that keep journal and revisions append-only. Views: views.ts.
 */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { type Column, columnsOf, isList, tableOf } from './columns.js';

/** A column as CREATE TABLE names it. */
export const columnSql = ({ name, type, notNull }: Column): string =>
  `${name} ${type}${name === 'id' ? ' PRIMARY KEY' : notNull ? ' NOT NULL' : ''}`;

/** 移送函 by lead and version; `key` is both, as the journal names it. Not the kind `notice` (移送函登记), which has a table of its own. */
export const NOTICE_TABLE = 'transfer_notice';

export const NOTICE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'INTEGER' },
  { name: 'office', type: 'INTEGER', notNull: true },
  { name: 'key', type: 'TEXT', notNull: true },
  { name: 'revision', type: 'INTEGER', notNull: true },
  { name: 'journal', type: 'INTEGER', notNull: true },
  { name: 'lead_no', type: 'TEXT', notNull: true },
  { name: 'version', type: 'INTEGER', notNull: true },
  { name: 'state', type: 'TEXT', notNull: true },
  { name: 'number', type: 'TEXT' },
  { name: 'drafted_on', type: 'TEXT', notNull: true },
  { name: 'approved_on', type: 'TEXT' },
  { name: 'issued_on', type: 'TEXT' },
  { name: 'delivered_on', type: 'TEXT' },
  { name: 'received_on', type: 'TEXT' },
  { name: 'receiver', type: 'TEXT' },
  { name: 'why', type: 'TEXT' },
  { name: 'lead_revision', type: 'INTEGER', notNull: true },
  { name: 'stale', type: 'INTEGER', notNull: true },
  { name: 'approved_by', type: 'TEXT' },
  { name: 'changed_on', type: 'TEXT', notNull: true },
];

/** `superseded_run` and `superseded_by`: run and journal row that took the row's place. */
const revisionTable = (table: string, columns: readonly Column[]): string =>
  `CREATE TABLE ${table}_revision (${columns.map((column) => columnSql(column).replace(' PRIMARY KEY', ' NOT NULL')).join(', ')},
    superseded_by INTEGER NOT NULL, superseded_run INTEGER NOT NULL, PRIMARY KEY (id, revision)) STRICT`;

const FIXED_TABLES: readonly string[] = [
  'CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
  'CREATE TABLE migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  'CREATE TABLE office (id INTEGER PRIMARY KEY, region TEXT NOT NULL, name TEXT NOT NULL) STRICT',
  `CREATE TABLE rule_file (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
    situations TEXT NOT NULL, text TEXT NOT NULL) STRICT`,
  `CREATE TABLE run (id INTEGER PRIMARY KEY, office INTEGER NOT NULL, command TEXT NOT NULL, arguments TEXT, operator TEXT NOT NULL,
    time TEXT NOT NULL, rule_file INTEGER) STRICT`,
  `CREATE TABLE import_file (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT, kind TEXT NOT NULL,
    format TEXT NOT NULL, encoding TEXT NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL, amended INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, last_id INTEGER NOT NULL, columns TEXT) STRICT`,
  `CREATE TABLE journal (office INTEGER NOT NULL, seq INTEGER NOT NULL, run INTEGER NOT NULL, file INTEGER NOT NULL, line INTEGER NOT NULL,
    record INTEGER NOT NULL, row INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, action TEXT NOT NULL,
    content_hash BLOB NOT NULL, given_hash BLOB, assessment_hash BLOB, hash BLOB NOT NULL,
    PRIMARY KEY (office, seq)) STRICT, WITHOUT ROWID`,
  'CREATE TABLE chain (office INTEGER PRIMARY KEY, length INTEGER NOT NULL, head BLOB NOT NULL, time TEXT NOT NULL) STRICT',
  `CREATE TABLE number_series (office INTEGER NOT NULL, prefix TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (office, prefix, year)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ${NOTICE_TABLE} (${NOTICE_COLUMNS.map(columnSql).join(', ')}) STRICT`,
  revisionTable(NOTICE_TABLE, NOTICE_COLUMNS),
  `CREATE UNIQUE INDEX ${NOTICE_TABLE}_lead ON ${NOTICE_TABLE} (office, lead_no, version)`,
  `CREATE UNIQUE INDEX ${NOTICE_TABLE}_number ON ${NOTICE_TABLE} (office, number) WHERE number IS NOT NULL`,
];

/** 只增不改: a change behind the tool's back must first remove a trigger, and verify sees that too. */
const appendOnly = (table: string): readonly string[] =>
  ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '登记日志和历史版本只能增加，不能修改或删除'); END`,
  );

export const fixedSchema = (): readonly string[] => [
  ...FIXED_TABLES,
  ...appendOnly('journal'),
  ...appendOnly(`${NOTICE_TABLE}_revision`),
];

/** 统计数表: additive facts by dimension tuple and period; see facts.ts. Its rows can always be counted anew. */
export const factTable = (kind: KindDeclaration): readonly string[] => [
  `DROP TABLE IF EXISTS stat_${tableOf(kind.id)}`,
  `CREATE TABLE stat_${tableOf(kind.id)} (cube TEXT NOT NULL, grain INTEGER NOT NULL, period TEXT NOT NULL,
    d1 TEXT NOT NULL, d2 TEXT NOT NULL, d3 TEXT NOT NULL, office INTEGER NOT NULL,
    n INTEGER NOT NULL${kind.sums.map((sum) => `, sum_${sum} INTEGER NOT NULL`).join('')},
    PRIMARY KEY (cube, grain, period, d1, d2, d3, office)) STRICT, WITHOUT ROWID`,
];

export const kindSchema = (kind: KindDeclaration): readonly string[] => {
  const table = tableOf(kind.id);
  return [
    `CREATE TABLE ${table} (${columnsOf(kind).map(columnSql).join(', ')}) STRICT`,
    revisionTable(table, columnsOf(kind)),
    ...appendOnly(`${table}_revision`),
    `CREATE UNIQUE INDEX ${table}_key ON ${table} (office, key)`,
  ];
};

/**
 * Indexes beside the key's: dropped for the first large file of a kind and built after its rows, which costs a third of keeping
 * them. Leads that need nobody's attention are the many and are left out of the index by decision.
 */
export const kindIndexes = (kind: KindDeclaration): readonly { readonly name: string; readonly sql: string }[] => {
  const table = tableOf(kind.id);
  const made: [string, string][] = [];
  if (kind.numbered) made.push(['natural', '(office, natural_key)']);
  if (kind.day !== null) made.push(['day', '(day)']);
  if (kind.assessed) made.push(['decision', `(decision, day) WHERE decision <> 'none'`]);
  for (const { field: id } of kind.links) {
    const field = fieldsOf(kind).find((each) => each.id === id);
    if (field && !isList(field)) made.push([`link_${id}`, `(${id})`]);
  }
  // --as-of asks what was superseded since.
  const revised = `CREATE INDEX IF NOT EXISTS ${table}_superseded ON ${table}_revision (superseded_run)`;
  return [
    ...made.map(([suffix, columns]) => ({
      name: `${table}_${suffix}`,
      sql: `CREATE INDEX IF NOT EXISTS ${table}_${suffix} ON ${table} ${columns}`,
    })),
    { name: `${table}_superseded`, sql: revised },
  ];
};
