/**
 * The SQLite file itself (数据库文件): the only place that imports better-sqlite3. Connects, and turns SQLite's error codes into
 * failures that name the file and the cure.
 */
import Database from 'better-sqlite3';
import { EXIT, Failure } from '../domain/failure.js';

export type Sqlite = Database.Database;

/** How long to wait for another process that is writing. */
const WAIT_MS = 10_000;

export const connect = (path: string, readonly: boolean, waitMs = WAIT_MS): Sqlite =>
  new Database(path, { timeout: waitMs, readonly });

/** What SQLite says, as a failure; anything else is a defect, or a failure already, and passes through. */
export const asFailure = (thrown: unknown, path: string): unknown => {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const { code } = thrown;
  const unusable = (slug: string, message: string, hint: string): Failure =>
    new Failure(EXIT.ledgerUnusable, slug, message, hint);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return unusable(
      'ledger-locked',
      `台账 ${path} 正被另一个程序写入`,
      '等它结束后再运行；如果没有别人在用，关闭打开着台账的其他程序',
    );
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return unusable('ledger-read-only', `台账 ${path} 只读，不能写入`, '检查文件和所在文件夹的权限');
  if (code === 'SQLITE_FULL')
    return unusable('ledger-no-space', `磁盘已满，台账 ${path} 没有写入`, '清出空间后再运行，此前的台账没有变');
  if (code.startsWith('SQLITE_CANTOPEN'))
    return unusable('ledger-cannot-open', `打不开台账 ${path}`, '检查路径是否存在，文件和文件夹是否允许读写');
  if (code === 'SQLITE_NOTADB')
    return unusable('ledger-not-a-ledger', `${path} 不是台账文件`, '用 --ledger 指明正确的台账文件');
  if (code.startsWith('SQLITE_IOERR'))
    return unusable('ledger-disk-error', `读写台账 ${path} 时磁盘出错`, '检查磁盘是否已满、网络盘是否断开，再运行一次');
  if (code.startsWith('SQLITE_CORRUPT'))
    return new Failure(EXIT.ledgerDamaged, 'ledger-damaged', `台账 ${path} 已损坏`, '不要再写入，用最近的备份恢复');
  return thrown;
};
