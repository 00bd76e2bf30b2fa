/**
 * 日志链核验 (verifying the chain): each journal row against its own hash and the row before, from the first to the head that is kept
 * beside the chain. Says how many rows the journal has of each kind, for the rows to be compared with.
 */
import type { SqlValue } from './columns.js';
import type { Sqlite } from './database.js';
import { digestIn } from './hashing.js';
import { NO_DIGEST, runText } from './journal.js';
import { shownKey } from './keys.js';
import { actionBytes, kindBytes, Link, runBytes } from './link.js';
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
  readonly link: Link;
}

/**
 * The four digests of a row as one value: each that the driver hands over costs as much as hashing it. One of another length would
 * move the others, so their lengths are looked at too.
 */
const DIGESTS =
  'CAST(content_hash || coalesce(given_hash, zeroblob(32)) || coalesce(assessment_hash, zeroblob(32)) || hash AS BLOB)';
const SOUND = ['content_hash', 'given_hash', 'assessment_hash', 'hash']
  .map((name) => `coalesce(length(${name}), 32) = 32`)
  .join(' AND ');

export const verifyChain = (db: Sqlite, problems: Problems): ReadonlyMap<string, number> => {
  const runs = new Map(
    (db.prepare('SELECT id, operator, time FROM run').all() as Run[]).map((run) => [run.id, runBytes(runText(run))]),
  );
  const counted = new Map<string, number>();
  const chains = new Map<number, Chain>();
  const rows = db
    .prepare(
      `SELECT office, seq, run, file, line, record, row, kind, key, revision, action, ${DIGESTS}, ${SOUND}
       FROM journal ORDER BY office, seq`,
    )
    .raw()
    .iterate() as IterableIterator<SqlValue[]>;
  for (const raw of rows) {
    const office = Number(raw[0]);
    const kind = String(raw[7]);
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
    let chain = chains.get(office);
    if (chain === undefined) {
      chain = { seq: 0, link: new Link() };
      chain.link.begin(NO_DIGEST);
      chains.set(office, chain);
    }
    verifyRow(raw, chain, runs, problems);
  }
  verifyHeads(db, chains, problems);
  return counted;
};

const verifyRow = (
  raw: readonly SqlValue[],
  chain: Chain,
  runs: ReadonlyMap<number, Buffer>,
  problems: Problems,
): void => {
  const [, seq, run, file, line, record, row, kind, key, revision, action, digests, sound] = raw;
  const place = (): string => `登记日志第 ${seq} 条（${kind} ${shownKey(String(key))} 第 ${revision} 版）`;
  const { link } = chain;
  const before = chain.seq;
  chain.seq = Number(seq);
  // A blob by the statement itself.
  const stored = digests as Uint8Array;
  const ofRun = runs.get(Number(run));
  if (chain.seq !== before + 1) problems.add(place(), `序号不连续，前一条是第 ${before} 条，其间的日志被删除`);
  else if (ofRun === undefined) problems.add(place(), `第 ${run} 次运行的登记被删除`);
  else {
    const told = { file: Number(file), line: Number(line), record: Number(record), row: Number(row) };
    link.digestBytes(stored);
    link.row(
      chain.seq,
      ofRun,
      told,
      kindBytes(String(kind)),
      String(key),
      actionBytes(Number(revision), String(action)),
    );
    link.seal();
    if (sound === 1 && isHead(link, stored)) return;
    problems.add(place(), '与校验值不符：这一条、它的前一条或那次运行的操作人、时间被改动');
  }
  // What follows is judged by what stands here, so that one altered row is one problem.
  link.begin(digestIn(stored.subarray(96)));
};

/** True where the digest just made is the last of those that stand in the row. */
const isHead = ({ head }: Link, stored: Uint8Array): boolean => {
  for (let i = 0; i < 32; i++) if (head[i] !== stored[96 + i]) return false;
  return true;
};

const verifyHeads = (db: Sqlite, chains: Map<number, Chain>, problems: Problems): void => {
  for (const { office, length, head } of db
    .prepare('SELECT office, length, head FROM chain ORDER BY office')
    .all() as (Head & {
    office: number;
  })[]) {
    const found = chains.get(office);
    if ((found?.seq ?? 0) !== length || (found ? digestIn(found.link.head) : NO_DIGEST) !== digestIn(head))
      problems.add(
        '登记日志末尾',
        `链头记着第 ${length} 条，日志到第 ${found?.seq ?? 0} 条为止，末尾的日志被删除、添加或改动`,
      );
    chains.delete(office);
  }
  if (chains.size > 0) problems.add('登记日志末尾', '日志没有链头，链头被删除');
};
