/**
 * Opens the SQLite file: makes a new ledger readable by its owner alone, brings an older one up to the kinds of this program,
 * refuses one that a newer xingji wrote, and turns SQLite's error codes into failures with a cure.
 */
import Database from 'better-sqlite3';
import { EXIT, Failure } from '../domain/failure.js';
import type { KindDeclaration } from '../domain/kind.js';
import { exists, fileSize, makePrivate, writeAtomic } from '../files/index.js';
import { columnsOf, tableOf } from './columns.js';
import { sha256 } from './hashing.js';
import { fixedSchema, keyIndex, kindSchema, kindView, queryIndexes } from './schema.js';

export type Sqlite = Database.Database;

/** Raised when a table or column changes its meaning; new kinds and new fields need no new number. */
const SCHEMA_VERSION = 1;
/** "XJ" and the format: tells the file apart from other SQLite files. */
const APPLICATION_ID = 0x584a0001;
const WAIT_MS = 10_000;

/** What SQLite says, as a failure that names the file; anything else is a defect and passes through. */
export const asFailure = (thrown: unknown, path: string): unknown => {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const { code } = thrown;
  const unusable = (slug: string, message: string, hint: string): Failure => new Failure(EXIT.ledgerUnusable, slug, message, hint);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return unusable('ledger-locked', `台账 ${path} 正被另一个程序写入`, '等它结束后再运行；如果没有别人在用，关闭打开着台账的其他程序');
  if (code.startsWith('SQLITE_READONLY')) return unusable('ledger-read-only', `台账 ${path} 只读，不能写入`, '检查文件和所在文件夹的权限');
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return unusable('ledger-no-space', `磁盘已满，台账 ${path} 没有写入`, '清出空间后再运行，此前的台账没有变');
  if (code.startsWith('SQLITE_CANTOPEN')) return unusable('ledger-cannot-open', `打不开台账 ${path}`, '检查路径和权限');
  if (code === 'SQLITE_NOTADB') return unusable('ledger-not-a-ledger', `${path} 不是台账文件`, '用 --ledger 指明正确的台账文件');
  if (code.startsWith('SQLITE_CORRUPT'))
    return new Failure(EXIT.ledgerDamaged, 'ledger-corrupt', `台账 ${path} 已损坏`, '不要再写入，用最近的备份恢复');
  return thrown;
};

export const openSqlite = (path: string, mode: 'read' | 'write', kinds: readonly KindDeclaration[], now: string): Sqlite => {
  const fresh = path === ':memory:' || !exists(path) || fileSize(path) === 0;
  try {
    // Made empty first, with the right mode: SQLite would make it readable by everybody.
    if (path !== ':memory:' && !exists(path)) writeAtomic(path, '');
    const db = new Database(path, { timeout: WAIT_MS, readonly: mode === 'read' && !fresh });
    try {
      prepare(db, path, mode, kinds, now, fresh);
    } catch (thrown) {
      db.close();
      throw thrown;
    }
    if (path !== ':memory:' && mode === 'write') makePrivate(path);
    return db;
  } catch (thrown) {
    throw asFailure(thrown, path);
  }
};

const prepare = (db: Sqlite, path: string, mode: 'read' | 'write', kinds: readonly KindDeclaration[], now: string, fresh: boolean): void => {
  if (fresh) db.pragma('page_size = 8192');
  db.pragma('cache_size = -65536');
  db.pragma('foreign_keys = ON');
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  if (!fresh && application !== APPLICATION_ID)
    throw new Failure(EXIT.ledgerUnusable, 'ledger-not-a-ledger', `${path} 不是 xingji 的台账`, '用 --ledger 指明正确的台账文件');
  if (version > SCHEMA_VERSION)
    throw new Failure(EXIT.ledgerUnusable, 'ledger-newer', `台账 ${path} 是更新版本的 xingji 写的`, '请升级 xingji 后再用，台账没有改动');
  if (mode === 'write' || fresh) migrate(db, kinds, now, fresh);
};

const declarationOf = (kinds: readonly KindDeclaration[]): string =>
  sha256(JSON.stringify(kinds.map((kind) => [kind.id, kind.title, columnsOf(kind), kind.fields.map((f) => [f.title, f.privacy]), kind.counted, kind.sums])));

/** Fits the tables to the kinds of this program: each missing piece is made, recorded, and in one transaction. */
const migrate = (db: Sqlite, kinds: readonly KindDeclaration[], now: string, fresh: boolean): void => {
  const declaration = declarationOf(kinds);
  const known = (): unknown => db.prepare(`SELECT value FROM meta WHERE name = 'declaration'`).pluck().get();
  if (!fresh && known() === declaration) return;
  db.transaction(() => {
    // Another process may have made the ledger while this one waited for the lock.
    const made = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'meta'`).pluck().get() === 1;
    if (!made) {
      for (const statement of fixedSchema()) db.exec(statement);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${SCHEMA_VERSION}`);
    } else if (known() === declaration) return;
    const record = db.prepare('INSERT OR IGNORE INTO migration (name, applied_at) VALUES (?, ?)');
    for (const kind of kinds) {
      for (const name of fit(db, kind)) record.run(name, now);
      for (const statement of kindView(kind)) db.exec(statement);
    }
    db.prepare(`INSERT OR REPLACE INTO meta (name, value) VALUES ('declaration', ?)`).run(declaration);
  }).immediate();
};

/** Makes a kind's tables, or adds the columns that they lack; returns the names of the steps done. */
const fit = (db: Sqlite, kind: KindDeclaration): readonly string[] => {
  const table = tableOf(kind.id);
  const existing = new Set(db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all());
  if (existing.size === 0) {
    for (const statement of [...kindSchema(kind), keyIndex(kind), ...queryIndexes(kind)]) db.exec(statement);
    return [`kind ${kind.id}`];
  }
  const steps: string[] = [];
  for (const { name, type } of columnsOf(kind)) {
    if (existing.has(name)) continue;
    db.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
    db.exec(`ALTER TABLE ${table}_revision ADD COLUMN ${name} ${type}`);
    steps.push(`kind ${kind.id} column ${name}`);
  }
  for (const statement of [keyIndex(kind), ...queryIndexes(kind)]) db.exec(statement);
  return steps;
};
