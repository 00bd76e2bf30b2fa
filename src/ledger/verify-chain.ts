/**
 * 日志链核验 (verifying the chain): each journal row against its own hash and the row before, from the first to the head that is kept
 * beside the chain. Says how many rows the journal has of each kind, for the rows to be compared with.
 */
import type { SqlValue } from './columns.js';
import type { Sqlite } from './database.js';
import { type Digest, digestIn } from './hashing.js';
import { NO_DIGEST, runText } from './journal.js';
import { shownKey } from './keys.js';
import { Link, linkText } from './link.js';
import type { Problem } from './types.js';

/** More than this tells nobody anything new. */
const NAMED = 100;

export class Problems {
  readonly list: Problem[] = [];

  add(place: string, message: string): void {
    if (this.list.length < NAMED) this.list.push({ place, message });
  }
}

interface Run {
  readonly id: number;
  readonly operator: string;
  readonly time: string;
}

interface Head {
  readonly length: number;
  readonly head: Uint8Array;
}

interface Chain {
  seq: number;
  hash: Digest;
}

const digestOrNull = (blob: SqlValue | undefined): Digest | null =>
  blob instanceof Uint8Array ? digestIn(blob) : null;

export const verifyChain = (db: Sqlite, problems: Problems): ReadonlyMap<string, number> => {
  const runs = new Map(
    (db.prepare('SELECT id, operator, time FROM run').all() as Run[]).map((run) => [run.id, runText(run)]),
  );
  const counted = new Map<string, number>();
  const chains = new Map<number, Chain>();
  const link = new Link();
  const rows = db
    .prepare(
      `SELECT office, seq, run, file, line, record, row, kind, key, revision, action, content_hash, given_hash, assessment_hash, hash
       FROM journal ORDER BY office, seq`,
    )
    .raw()
    .iterate() as IterableIterator<SqlValue[]>;
  for (const raw of rows) {
    const office = Number(raw[0]);
    const kind = String(raw[7]);
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
    const before = chains.get(office) ?? { seq: 0, hash: NO_DIGEST };
    verifyLink(link, raw, before, runs, problems);
    // What follows is judged by what stands here, so that one altered row is one problem.
    before.seq = Number(raw[1]);
    before.hash = digestIn(raw[14]);
    chains.set(office, before);
  }
  verifyHeads(db, chains, problems);
  return counted;
};

const verifyLink = (
  link: Link,
  raw: readonly SqlValue[],
  before: Chain,
  runs: ReadonlyMap<number, string>,
  problems: Problems,
): void => {
  const [, seq, run, file, line, record, row, kind, key, revision, action, content, given, state, hash] = raw;
  const place = (): string => `登记日志第 ${seq} 条（${kind} ${shownKey(String(key))} 第 ${revision} 版）`;
  if (Number(seq) !== before.seq + 1) {
    problems.add(place(), `序号不连续，前一条是第 ${before.seq} 条，其间的日志被删除`);
    return;
  }
  const ofRun = runs.get(Number(run));
  if (ofRun === undefined) {
    problems.add(place(), `第 ${run} 次运行的登记被删除`);
    return;
  }
  const where = { file: Number(file), line: Number(line), record: Number(record), row: Number(row) };
  const text = linkText(Number(seq), ofRun, where, String(kind), String(key), Number(revision), String(action));
  link.open(text.length * 3);
  link.begin(before.hash);
  link.digests(digestIn(content), digestOrNull(given), digestOrNull(state));
  link.text(text);
  if (link.seal() !== digestIn(hash))
    problems.add(place(), '与校验值不符：这一条、它的前一条或那次运行的操作人、时间被改动');
};

const verifyHeads = (db: Sqlite, chains: Map<number, Chain>, problems: Problems): void => {
  for (const { office, length, head } of db
    .prepare('SELECT office, length, head FROM chain ORDER BY office')
    .all() as (Head & {
    office: number;
  })[]) {
    const found = chains.get(office) ?? { seq: 0, hash: NO_DIGEST };
    if (found.seq !== length || found.hash !== digestIn(head))
      problems.add(
        '登记日志末尾',
        `链头记着第 ${length} 条，日志到第 ${found.seq} 条为止，末尾的日志被删除、添加或改动`,
      );
    chains.delete(office);
  }
  if (chains.size > 0) problems.add('登记日志末尾', '日志没有链头，链头被删除');
};
