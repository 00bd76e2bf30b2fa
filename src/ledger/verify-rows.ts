/**
 * 记录核验 (verifying rows): each present row and each superseded one against the journal row that recorded it: the content and the state
 * by their hashes, key and day by the fields they follow from. Rows and journal rows are one to one, so that counting them
 * finds what is gone; only then is it looked up which.
 */
import {
  dayOf,
  type FieldDeclaration,
  fieldIndex,
  fieldsOf,
  type KindDeclaration,
  type Value,
} from '../domain/kind.js';
import { stateDigest, voidDigest } from './assessed-state.js';
import { ASSESSED, isList, type SqlValue, tableOf } from './columns.js';
import type { Sqlite } from './database.js';
import { contentSql, type Digest, digestIn, digestOf } from './hashing.js';
import { naturalKey, SEPARATOR, shownKey } from './keys.js';
import { NOTICE_KIND, NOTICE_LIST, noticeDigest } from './notice-rows.js';
import { NOTICE_COLUMNS, NOTICE_TABLE } from './schema.js';
import type { Problems } from './verify-chain.js';

type Suffix = '' | '_revision';

const UNJOURNALLED = '登记日志中没有这一版，可能是绕过程序加入或换了标识的';

const joined = (table: string, columns: string): string =>
  `SELECT ${columns}, j.kind, j.key, j.revision, j.run, j.content_hash, j.assessment_hash
   FROM ${table} r LEFT JOIN journal j ON j.office = r.office AND j.seq = r.journal ORDER BY r.id`;

/** Most leads share a few thousand states; the digest of each is made once. */
class StateDigests {
  private readonly kept = new Map<string, Digest>();

  of(raw: readonly SqlValue[], at: number, ruleSha: string | null, voided: string | null): Digest {
    if (raw[at + 5] !== null || raw[at + 9] !== null || voided !== null) return stateDigest(raw, at, ruleSha, voided);
    const name = raw.slice(at, at + 9).join();
    let known = this.kept.get(name);
    if (known === undefined) {
      known = stateDigest(raw, at, ruleSha, voided);
      if (this.kept.size < 4096) this.kept.set(name, known);
    }
    return known;
  }
}

/** Where what stands in the rows that verify reads. */
const LEADING = 'r.key, r.natural_key, r.revision, r.journal, r.run, r.day, r.voided';

/** The fields from which key and day follow: all that is read besides the text that is hashed. */
const tellingFields = (kind: KindDeclaration): readonly FieldDeclaration[] => {
  const telling = new Set([...kind.key.flat(), kind.day]);
  return fieldsOf(kind).filter((field) => telling.has(field.id));
};

/** Returns how many rows the table has. */
export const verifyRows = (db: Sqlite, kind: KindDeclaration, suffix: Suffix, problems: Problems): number => {
  const telling = tellingFields(kind);
  // Key and day are worked out by the same functions as when they were recorded, from a record of these fields alone.
  const { numbered, ...rest } = kind;
  const narrow: KindDeclaration = { ...rest, fields: telling };
  const keyOf = naturalKey(narrow);
  const dayField = kind.day === null ? -1 : fieldIndex(narrow, kind.day);
  const lists = telling.map(isList);
  const stateFrom = 8 + telling.length;
  const width = stateFrom + (kind.assessed ? ASSESSED.length : 0);
  const shas = new Map(db.prepare('SELECT id, sha256 FROM rule_file').raw().all() as [number, string][]);
  const states = new StateDigests();
  const columns = [
    ...telling.map((field) => field.id),
    ...(kind.assessed ? ASSESSED.map((column) => column.name) : []),
  ];
  const selected = [LEADING, contentSql(kind), ...columns.map((name) => `r.${name}`)].join(', ');
  const query = db.prepare(joined(`${tableOf(kind.id)}${suffix}`, selected)).raw();
  let rows = 0;
  for (const raw of query.iterate() as IterableIterator<SqlValue[]>) {
    rows++;
    const [key, natural, revision, journal, run, day, voided, content] = raw;
    const found = (message: string): void =>
      problems.add(`${kind.title} ${shownKey(String(key))} 第 ${revision} 版（日志第 ${journal} 条）`, message);
    if (raw[width] !== kind.id || raw[width + 1] !== key || raw[width + 2] !== revision || raw[width + 3] !== run) {
      found(UNJOURNALLED);
      continue;
    }
    if (!(content instanceof Uint8Array) || digestOf(content) !== digestIn(raw[width + 4])) {
      found('内容与登记时不同，被绕过程序改动');
      continue;
    }
    const values = telling.map((_, i) => valueIn(raw[8 + i], lists[i] === true));
    if (day !== dayOf(values[dayField]) || (numbered ? natural : key) !== keyOf(values))
      found('标识或日期栏与内容不一致，被绕过程序改动');
    const ruleFile = raw[stateFrom + 8];
    const why = typeof voided === 'string' ? voided : null;
    const sha = typeof ruleFile === 'number' ? (shas.get(ruleFile) ?? '') : null;
    const state = kind.assessed ? states.of(raw, stateFrom, sha, why) : voidDigest(why);
    if ((state ?? '') !== digestIn(raw[width + 5])) found('结论、依据、研判或作废标记与登记时不同，被绕过程序改动');
  }
  return rows;
};

const valueIn = (value: SqlValue | undefined, list: boolean): Value => {
  // Field columns hold text, numbers or null; lists as the ledger wrote them.
  if (value === undefined || value === null || value instanceof Uint8Array) return null;
  return list && typeof value === 'string' ? (JSON.parse(value) as readonly string[]) : value;
};

export const verifyNotices = (db: Sqlite, suffix: Suffix, problems: Problems): number => {
  const width = NOTICE_COLUMNS.length;
  const columns = NOTICE_LIST.split(', ')
    .map((name) => `r.${name}`)
    .join(', ');
  let rows = 0;
  const query = db.prepare(joined(`${NOTICE_TABLE}${suffix}`, columns)).raw();
  for (const raw of query.iterate() as IterableIterator<SqlValue[]>) {
    rows++;
    const place = `移送函 ${shownKey(String(raw[2]))} 第 ${raw[3]} 版（日志第 ${raw[4]} 条）`;
    if (raw[width] !== NOTICE_KIND || raw[width + 1] !== raw[2] || raw[width + 2] !== raw[3])
      problems.add(place, UNJOURNALLED);
    else if (raw[2] !== `${raw[5]}${SEPARATOR}${raw[6]}` || noticeDigest(raw) !== digestIn(raw[width + 4]))
      problems.add(place, '内容与登记时不同，被绕过程序改动');
  }
  return rows;
};

/** Names the journal rows whose records are gone. */
export const missingRows = (
  db: Sqlite,
  kindId: string,
  table: string,
  title: string,
  journalled: number,
  rows: number,
  problems: Problems,
): void => {
  if (journalled === rows) return;
  const gone = db
    .prepare(
      `SELECT key, revision, seq FROM journal WHERE kind = ? AND (office, seq) NOT IN
       (SELECT office, journal FROM ${table} UNION ALL SELECT office, journal FROM ${table}_revision) ORDER BY seq LIMIT 20`,
    )
    .raw()
    .all(kindId) as [string, number, number][];
  for (const [key, revision, seq] of gone)
    problems.add(
      `${title} ${shownKey(key)} 第 ${revision} 版（日志第 ${seq} 条）`,
      '登记日志记着，台账里没有，被绕过程序删除',
    );
  if (rows > journalled)
    problems.add(title, `台账里有 ${rows} 条，登记日志只记着 ${journalled} 次，多出的是绕过程序加入的`);
};
