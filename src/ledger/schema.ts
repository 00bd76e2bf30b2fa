/**
 * The ledger's tables, generated (STRICT, common subset of SQLite and PostgreSQL where that costs nothing), the triggers that
 * keep journal and revisions append-only, and the Chinese views for other programs.
 */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { type Column, columnsOf, isList, tableOf } from './columns.js';

const columnSql = ({ name, type, notNull }: Column): string =>
  `${name} ${type}${name === 'id' ? ' PRIMARY KEY' : notNull ? ' NOT NULL' : ''}`;

/** 版本表 columns: the superseded row whole, and the journal row that superseded it. */
export const revisionColumns = (kind: KindDeclaration): readonly Column[] => [
  ...columnsOf(kind),
  { name: 'superseded_by', type: 'INTEGER', notNull: true },
];

export const NOTICE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'INTEGER' },
  { name: 'office', type: 'INTEGER', notNull: true },
  { name: 'key', type: 'TEXT', notNull: true },
  { name: 'revision', type: 'INTEGER', notNull: true },
  { name: 'journal', type: 'INTEGER', notNull: true },
  { name: 'version', type: 'INTEGER', notNull: true },
  { name: 'state', type: 'TEXT', notNull: true },
  { name: 'number', type: 'TEXT' },
  { name: 'drafted_on', type: 'TEXT', notNull: true },
  { name: 'approved_on', type: 'TEXT' },
  { name: 'approved_by', type: 'TEXT' },
  { name: 'issued_on', type: 'TEXT' },
  { name: 'delivered_on', type: 'TEXT' },
  { name: 'received_on', type: 'TEXT' },
  { name: 'receiver', type: 'TEXT' },
  { name: 'why', type: 'TEXT' },
  { name: 'lead_revision', type: 'INTEGER', notNull: true },
  { name: 'stale', type: 'INTEGER', notNull: true },
];

const FIXED_TABLES: readonly string[] = [
  'CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
  'CREATE TABLE migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  'CREATE TABLE office (id INTEGER PRIMARY KEY, region TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT',
  `CREATE TABLE rule_file (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
    situations TEXT NOT NULL, text TEXT NOT NULL) STRICT`,
  `CREATE TABLE run (id INTEGER PRIMARY KEY, office INTEGER NOT NULL, command TEXT NOT NULL, operator TEXT NOT NULL,
    time TEXT NOT NULL, rule_file INTEGER, last_journal INTEGER NOT NULL) STRICT`,
  `CREATE TABLE import_file (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL,
    format TEXT NOT NULL, encoding TEXT NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL, amended INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, columns TEXT NOT NULL) STRICT`,
  `CREATE TABLE journal (seq INTEGER PRIMARY KEY, office INTEGER NOT NULL, run INTEGER NOT NULL, kind TEXT NOT NULL,
    key TEXT NOT NULL, revision INTEGER NOT NULL, action TEXT NOT NULL, operator TEXT NOT NULL, time TEXT NOT NULL,
    content_hash BLOB NOT NULL, assessment_hash BLOB, previous_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT`,
  `CREATE TABLE number_series (office INTEGER NOT NULL, prefix TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (office, prefix, year)) STRICT`,
  'CREATE TABLE chain (office INTEGER PRIMARY KEY, head BLOB NOT NULL, length INTEGER NOT NULL, time TEXT NOT NULL) STRICT',
  `CREATE TABLE notice (${NOTICE_COLUMNS.map(columnSql).join(', ')}) STRICT`,
  `CREATE TABLE notice_revision (${NOTICE_COLUMNS.map((c) => columnSql(c).replace(' PRIMARY KEY', ' NOT NULL')).join(', ')},
    superseded_by INTEGER NOT NULL, PRIMARY KEY (id, revision)) STRICT`,
  'CREATE UNIQUE INDEX notice_key ON notice (office, key)',
  'CREATE UNIQUE INDEX notice_number ON notice (office, number) WHERE number IS NOT NULL',
];

/** 只增不改: a change behind the tool's back must first remove a trigger, and the chain still shows it. */
const appendOnly = (table: string): readonly string[] =>
  ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '登记日志和历史版本只能增加，不能修改或删除'); END`,
  );

export const fixedSchema = (): readonly string[] => [...FIXED_TABLES, ...appendOnly('journal'), ...appendOnly('notice_revision')];

/** 统计数表: additive facts by dimension tuple and period; see facts.ts. */
const factTable = (kind: KindDeclaration): string =>
  `CREATE TABLE stat_${tableOf(kind.id)} (office INTEGER NOT NULL, cube INTEGER NOT NULL, grain INTEGER NOT NULL, period TEXT NOT NULL,
    d1 TEXT NOT NULL, d2 TEXT NOT NULL, n INTEGER NOT NULL${kind.sums.map((sum) => `, sum_${sum} INTEGER NOT NULL`).join('')},
    PRIMARY KEY (office, cube, grain, period, d1, d2)) STRICT, WITHOUT ROWID`;

export const kindSchema = (kind: KindDeclaration): readonly string[] => {
  const table = tableOf(kind.id);
  return [
    `CREATE TABLE ${table} (${columnsOf(kind).map(columnSql).join(', ')}) STRICT`,
    `CREATE TABLE ${table}_revision (${revisionColumns(kind)
      .map((column) => columnSql(column).replace(' PRIMARY KEY', ' NOT NULL'))
      .join(', ')}, PRIMARY KEY (id, revision)) STRICT`,
    ...appendOnly(`${table}_revision`),
    factTable(kind),
  ];
};

/** The index that says whether a key is new: there from the start. */
export const keyIndex = (kind: KindDeclaration): string =>
  `CREATE UNIQUE INDEX IF NOT EXISTS ${tableOf(kind.id)}_key ON ${tableOf(kind.id)} (office, key)`;

/** Indexes for questions. A first import takes them off and makes them anew at its end: building once is cheaper than keeping. */
export const queryIndexes = (kind: KindDeclaration): readonly string[] => {
  const table = tableOf(kind.id);
  return [
    ...(kind.numbered ? [`CREATE INDEX IF NOT EXISTS ${table}_natural ON ${table} (office, natural_key)`] : []),
    ...(kind.day === null ? [] : [`CREATE INDEX IF NOT EXISTS ${table}_day ON ${table} (day)`]),
    ...kind.links.filter((link) => !fieldsOf(kind).some((f) => f.id === link.field && isList(f))).map((link) => `CREATE INDEX IF NOT EXISTS ${table}_${link.field} ON ${table} (${link.field})`),
    ...(kind.assessed ? [`CREATE INDEX IF NOT EXISTS ${table}_decision ON ${table} (decision)`] : []),
  ];
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** 中文视图: Chinese names, hidden fields absent, identity numbers masked, voided records left out. */
export const kindView = (kind: KindDeclaration): readonly string[] => {
  const fields = fieldsOf(kind)
    .filter((field) => field.privacy !== 'hidden')
    .map((field) => {
      const shown =
        field.privacy === 'masked'
          ? `CASE WHEN ${field.id} IS NULL THEN NULL ELSE substr(${field.id}, 1, 4) || '**********' || substr(${field.id}, -4) END`
          : isList(field)
            ? `(SELECT group_concat(value, '、') FROM json_each(${field.id}))`
            : field.id;
      return `${shown} AS ${quoted(field.title)}`;
    });
  const decision = kind.assessed
    ? [
        `CASE decision WHEN 'transfer' THEN '应移送' WHEN 'supplement' THEN '待补正' WHEN 'review' THEN '待研判' ELSE '不移送' END AS "结论"`,
        `(SELECT group_concat(value, '、') FROM json_each(met)) AS "符合情形"`,
      ]
    : [];
  return [
    `DROP VIEW IF EXISTS ${quoted(kind.title)}`,
    `CREATE VIEW ${quoted(kind.title)} AS SELECT ${[...fields, ...decision, 'revision AS "版本"'].join(', ')} FROM ${tableOf(kind.id)} WHERE voided IS NULL`,
  ];
};
