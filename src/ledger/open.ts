/**
 * 打开台账 (opening): makes a new ledger readable by its owner alone, brings an older one up to this program, refuses one that a
 * newer xingji wrote or that is none, and a clock that runs behind what was recorded last.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { exists, fileSize, makePrivate, writeAtomic } from '../files/index.js';
import { asFailure, connect, type Sqlite } from './database.js';
import { declarationOf } from './declaration.js';
import { APPLICATION_ID, isCurrent, migrate, SCHEMA_VERSION, unknownColumn, userVersion } from './migrations.js';
import type { LedgerOptions } from './types.js';

const MEMORY = ':memory:';

/**
 * Two processes that start in the same moment may record in the other order than they read the clock; one may have waited for the
 * other's lock. So much is no clock that runs behind.
 */
const TOLERATED_SECONDS = 15;

export const openSqlite = (options: LedgerOptions): Sqlite => {
  const { path } = options;
  const fresh = path === MEMORY || !exists(path) || fileSize(path) === 0;
  try {
    if (fresh && options.mode === 'read' && path !== MEMORY)
      throw new Failure(
        EXIT.ledgerUnusable,
        'ledger-missing',
        `没有台账文件 ${path}`,
        '先用 xingji import 导入记录，或用 --ledger 指明台账文件',
      );
    // Made empty first, with the right mode: SQLite would make it readable by everybody.
    if (path !== MEMORY && !exists(path)) writeAtomic(path, '');
    if (path !== MEMORY && fresh) makePrivate(path);
    return prepared(options, fresh);
  } catch (thrown) {
    throw asFailure(thrown, path);
  }
};

/**
 * A writer that was killed leaves its rollback journal; SQLite takes the half-done work back at the next opening that may write, and
 * refuses one that may only read. A report after a power cut must work, so such an opening comes first.
 */
const takeBackInterrupted = (path: string, lockWaitMs?: number): void => {
  if (!exists(`${path}-journal`)) return;
  const writer = connect(path, false, lockWaitMs);
  try {
    writer.pragma('user_version');
  } finally {
    writer.close();
  }
};

const prepared = (options: LedgerOptions, fresh: boolean): Sqlite => {
  const { path, mode, kinds, now } = options;
  const declaration = options.declaration ?? declarationOf(kinds);
  if (mode === 'read' && !fresh) takeBackInterrupted(path, options.lockWaitMs);
  const db = configured(connect(path, mode === 'read' && !fresh, options.lockWaitMs), fresh);
  try {
    if (!fresh) refuseStranger(db, path);
    if (fresh || !isCurrent(db, declaration)) {
      if (!fresh) refuseNewer(unknownColumn(db, kinds) !== null, path);
      if (!db.readonly) migrate(db, kinds, now);
      else migrateByOther(options);
    }
    if (mode === 'write') refuseClockBehind(db, now);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
};

const configured = (db: Sqlite, fresh: boolean): Sqlite => {
  if (fresh) db.pragma('page_size = 8192');
  db.pragma('journal_mode = DELETE');
  // Bounds the memory of a large import; sorting for indexes goes to the disk.
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = FILE');
  return db;
};

/** A ledger opened for reading that must first be fitted to the kinds: done by a connection of its own. */
const migrateByOther = ({ path, kinds, now }: LedgerOptions): void => {
  const writer = configured(connect(path, false), false);
  try {
    migrate(writer, kinds, now);
  } finally {
    writer.close();
  }
};

const refuseStranger = (db: Sqlite, path: string): void => {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
    throw new Failure(
      EXIT.ledgerUnusable,
      'ledger-not-a-ledger',
      `${path} 不是 xingji 的台账`,
      '用 --ledger 指明正确的台账文件',
    );
  refuseNewer(userVersion(db) > SCHEMA_VERSION, path);
};

const refuseNewer = (newer: boolean, path: string): void => {
  if (newer)
    throw new Failure(
      EXIT.ledgerUnusable,
      'ledger-newer',
      `台账 ${path} 是更新版本的 xingji 写的`,
      '请升级 xingji 后再用，台账没有改动',
    );
};

/** Seconds from one local ISO date-time to another, both read as if in one zone. */
const secondsBetween = (from: string, to: string): number =>
  (Date.parse(`${from.slice(0, 19)}Z`) - Date.parse(`${to.slice(0, 19)}Z`)) / -1000;

const refuseClockBehind = (db: Sqlite, now: string): void => {
  const head = db.prepare('SELECT max(time) FROM chain').pluck().get();
  if (typeof head !== 'string' || secondsBetween(head, now) >= -TOLERATED_SECONDS) return;
  throw new Failure(
    EXIT.usage,
    'clock-behind',
    `现在的时间 ${now} 早于台账最后一次登记的时间 ${head}`,
    '校准电脑时钟；用了 --now 的，写一个更晚的时间',
  );
};
