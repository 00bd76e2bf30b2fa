/**
 * 核验 (verify): recomputes every hash of the chain and of every row and names the places that disagree, the first first. What it
 * proves: no journal row, record, revision or notice was edited, added or removed behind the tool's back, short of somebody
 * rewriting everything from some point on; the chain's head kept outside the ledger shows that too.
 */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { columnsOf, FIXED_COUNT, type SqlValue, tableOf, valuesReader } from './columns.js';
import { Counting } from './count.js';
import { bytes, contentHash, hex, sha256, stateHash } from './hashing.js';
import { GENESIS, journalText } from './journal.js';
import { shownKey } from './keys.js';
import { noticeHash } from './notice-rows.js';
import type { Sqlite } from './open.js';
import { NOTICE_COLUMNS } from './schema.js';
import type { Problem, Verification } from './types.js';

/** More than this tells nobody anything new. */
const NAMED = 100;

class Problems {
  readonly list: Problem[] = [];

  add(place: string, message: string): void {
    if (this.list.length < NAMED) this.list.push({ place, message });
  }
}

interface JournalRow {
  readonly seq: number;
  readonly office: number;
  readonly run: number;
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly action: string;
  readonly operator: string;
  readonly time: string;
  readonly content_hash: Uint8Array;
  readonly assessment_hash: Uint8Array | null;
  readonly previous_hash: Uint8Array;
  readonly hash: Uint8Array;
}

/** The chain of each office, from its first row to the head kept beside it. */
const verifyChain = (db: Sqlite, problems: Problems): string => {
  const heads = new Map<number, { head: string; length: number }>();
  let expected = 0;
  for (const row of db.prepare('SELECT * FROM journal ORDER BY seq').iterate() as IterableIterator<JournalRow>) {
    const place = `登记日志第 ${row.seq} 条（${row.kind} ${shownKey(row.key)}）`;
    expected++;
    if (row.seq !== expected) {
      problems.add(place, `序号不连续，应为 ${expected}，前面的日志被删除`);
      expected = row.seq;
    }
    const before = heads.get(row.office) ?? { head: GENESIS, length: 0 };
    const previous = hex(row.previous_hash);
    if (previous !== before.head) problems.add(place, '与前一条日志接不上，日志被改动、插入或删除');
    const made = journalHash(previous, row);
    if (made !== hex(row.hash)) problems.add(place, '日志内容与校验值不符，日志被改动');
    heads.set(row.office, { head: hex(row.hash), length: before.length + 1 });
  }
  let head = GENESIS;
  for (const row of db.prepare('SELECT office, head, length FROM chain ORDER BY office').all() as { office: number; head: Uint8Array; length: number }[]) {
    const found = heads.get(row.office);
    head = hex(row.head);
    if (found?.head !== head || found.length !== row.length) problems.add('登记日志末尾', `链头记着 ${row.length} 条，实有 ${found?.length ?? 0} 条，末尾的日志被删除或改动`);
    heads.delete(row.office);
  }
  if (heads.size > 0) problems.add('登记日志末尾', '日志没有链头');
  return head;
};

const journalHash = (previous: string, row: JournalRow): string =>
  sha256(journalText(previous, row.seq, row.run, { kind: row.kind, key: row.key, revision: row.revision, action: row.action, contentHash: hex(row.content_hash), assessmentHash: row.assessment_hash === null ? null : hex(row.assessment_hash) }, row.operator, row.time));

/** The rows of one table against the journal rows that recorded them. Returns how many rows there are. */
const verifyRows = (db: Sqlite, kind: KindDeclaration, suffix: '' | '_revision', problems: Problems): number => {
  const table = `${tableOf(kind.id)}${suffix}`;
  const names = columnsOf(kind).map((column) => `r.${column.name}`).join(', ');
  const valuesOf = valuesReader(kind);
  const width = columnsOf(kind).length;
  const assessedFrom = FIXED_COUNT + fieldsOf(kind).length;
  let rows = 0;
  const query = db.prepare(`SELECT ${names}, j.kind, j.key, j.revision, j.content_hash, j.assessment_hash FROM ${table} r LEFT JOIN journal j ON j.seq = r.journal ORDER BY r.id`).raw();
  for (const raw of query.iterate() as IterableIterator<SqlValue[]>) {
    rows++;
    const place = (): string => `${kind.title} ${shownKey(String(raw[2]))} 第 ${raw[4]} 版`;
    const [journalKind, key, revision, content, state] = raw.slice(width);
    if (journalKind !== kind.id || key !== raw[2] || revision !== raw[4]) {
      problems.add(place(), '登记日志中没有这条记录，可能是绕过程序加入的');
      continue;
    }
    const made = bytes(contentHash(kind.id, valuesOf(raw)));
    if (!made.equals(content as Uint8Array) || !made.equals(raw[12] as Uint8Array)) {
      problems.add(place(), '内容与登记时不同，被绕过程序改动');
      continue;
    }
    const voided = raw[7] === null ? null : String(raw[7]);
    const [decision, machineDecision, , , , assessment, , judgement] = raw.slice(assessedFrom, width);
    const said = stateHash(
      typeof assessment === 'string' ? { decision: String(decision), machineDecision: String(machineDecision), assessment, judgement: judgement === null ? null : String(judgement) } : null,
      voided,
    );
    if ((said ?? '') !== (state instanceof Uint8Array ? hex(state) : '')) problems.add(place(), '结论、研判或作废标记与登记时不同，被绕过程序改动');
  }
  return rows;
};

const verifyNotices = (db: Sqlite, suffix: '' | '_revision', problems: Problems): number => {
  const names = NOTICE_COLUMNS.map((column) => `r.${column.name}`).join(', ');
  let rows = 0;
  const query = db.prepare(`SELECT ${names}, j.kind, j.key, j.revision, j.content_hash FROM notice${suffix} r LEFT JOIN journal j ON j.seq = r.journal ORDER BY r.id`).raw();
  for (const raw of query.iterate() as IterableIterator<SqlValue[]>) {
    rows++;
    const place = `移送函 ${raw[2]} 第 ${raw[3]} 版`;
    const [kind, key, revision, content] = raw.slice(NOTICE_COLUMNS.length);
    if (kind !== 'notice' || key !== raw[2] || revision !== raw[3]) problems.add(place, '登记日志中没有这一步，可能是绕过程序加入的');
    else if (noticeHash(raw) !== hex(content)) problems.add(place, '内容与登记时不同，被绕过程序改动');
  }
  return rows;
};

/** 统计数核对: every declared tuple, counted again from the records. */
const verifyFacts = (db: Sqlite, kinds: readonly KindDeclaration[], problems: Problems): void => {
  const counting = new Counting(db, kinds);
  for (const kind of kinds)
    for (const { by } of kind.counted)
      for (const measure of ['records', ...kind.sums.map((sum) => `sum:${sum}` as const)] as const)
        for (const columns of kind.day === null ? [undefined] : ([undefined, 'year', 'month'] as const)) {
          const query = { kind: kind.id, measure, by, from: null, to: null, ...(columns === undefined ? {} : { columns }) };
          const kept = JSON.stringify(counting.count(query));
          const counted = JSON.stringify(counting.count(query, false));
          if (kept !== counted) problems.add(`统计数 ${kind.title}（${by.join('、') || '合计'}）`, '与按记录重新计数的结果不同');
        }
};

export const verifyLedger = (db: Sqlite, kinds: readonly KindDeclaration[], statistics: boolean): Verification => {
  const problems = new Problems();
  const head = verifyChain(db, problems);
  let records = 0;
  const journalled = new Map(db.prepare('SELECT kind, count(*) FROM journal GROUP BY kind').raw().all() as [string, number][]);
  for (const kind of kinds) {
    const present = verifyRows(db, kind, '', problems);
    const rows = present + verifyRows(db, kind, '_revision', problems);
    records += present;
    missing(problems, kind.title, journalled.get(kind.id) ?? 0, rows);
  }
  missing(problems, '移送函', journalled.get('notice') ?? 0, verifyNotices(db, '', problems) + verifyNotices(db, '_revision', problems));
  if (statistics) verifyFacts(db, kinds, problems);
  return { ok: problems.list.length === 0, records, head, problems: problems.list };
};

/** Rows match journal rows one to one, so a count that differs means rows that are gone. */
const missing = (problems: Problems, title: string, journalled: number, rows: number): void => {
  if (rows < journalled) problems.add(title, `登记日志记着 ${journalled} 次登记，台账里只有 ${rows} 条，有 ${journalled - rows} 条被绕过程序删除`);
};
