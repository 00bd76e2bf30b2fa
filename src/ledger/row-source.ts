/**
 * Which rows a question is about (取数范围), as SQL: those in force, or those that the ledger had at a time (`asOf`), in a range of
 * days, through the filters. Written so that the indexes on day and decision can serve; voided records are never among them.
 */
import type { CountQuery } from '../domain/counting.js';
import type { KindDeclaration } from '../domain/kind.js';
import { letter } from '../kinds/letter.js';
import { columnList, type SqlValue, tableOf } from './columns.js';
import { dimensionOf } from './cubes.js';
import type { Sqlite } from './database.js';
import { lettersAfter } from './letters.js';

export interface RowQuestion {
  readonly from: string | null;
  readonly to: string | null;
  readonly where?: CountQuery['where'];
  readonly asOf?: string;
}

export interface Source {
  /** `FROM` clause, its rows under the name `r`. */
  readonly from: string;
  /** Conditions joined by AND. */
  readonly where: string;
  readonly bound: readonly SqlValue[];
}

/** The last run of which the ledger knew at that time; a date stands for its whole day. */
const runAt = (db: Sqlite, asOf: string): number =>
  Number(
    db
      .prepare('SELECT coalesce(max(id), 0) FROM run WHERE time <= ?')
      .pluck()
      .get(asOf.length === 10 ? `${asOf}T23:59:59` : asOf),
  );

/** Rows have ascending ids, so that the rows of early runs are the first ones: no index is needed to find them. */
const lastIdOf = (db: Sqlite, kind: KindDeclaration, run: number): number =>
  Number(
    db
      .prepare('SELECT coalesce(max(last_id), 0) FROM import_file WHERE kind = ? AND run <= ?')
      .pluck()
      .get(kind.id, run),
  );

export const sourceOf = (db: Sqlite, kind: KindDeclaration, question: RowQuestion): Source => {
  const table = tableOf(kind.id);
  if (question.asOf === undefined) return chosen(kind, question, `${table} r`);
  const run = runAt(db, question.asOf);
  if (kind === letter) return chosen(kind, question, `${lettersAfter(run)} r`);
  const columns = columnList(kind);
  const last = lastIdOf(db, kind, run);
  return chosen(
    kind,
    question,
    `(SELECT ${columns} FROM ${table} WHERE id <= ? AND run <= ? UNION ALL
      SELECT ${columns} FROM ${table}_revision WHERE id <= ? AND run <= ? AND superseded_run > ?) r`,
    [last, run, last, run, run],
  );
};

/** What the ledger learned after a time: rows that now stand otherwise, and those that stood then. */
export interface Since {
  readonly present: readonly Source[];
  readonly past: readonly Source[];
}

/**
 * The changes of a kind since the time of `asOf`, found by indexes; null where it is cheaper to look at what the ledger had then. So
 * what was known last week is told from today's counts and a week's changes.
 */
export const changesSince = (db: Sqlite, kind: KindDeclaration, question: RowQuestion): Since | null => {
  if (question.asOf === undefined) return { present: [], past: [] };
  const run = runAt(db, question.asOf);
  if (run >= Number(db.prepare('SELECT coalesce(max(id), 0) FROM run').pluck().get())) return { present: [], past: [] };
  if (kind === letter) return null;
  const table = tableOf(kind.id);
  const last = lastIdOf(db, kind, run);
  if (last * 2 < Number(db.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get())) return null;
  const changed = `SELECT id FROM ${table}_revision WHERE superseded_run > ? AND run <= ?`;
  // CROSS JOIN keeps the few changed ones outside, each found by its number.
  return {
    present: [
      chosen(kind, question, `(SELECT * FROM ${table} WHERE id > ?) r`, [last]),
      chosen(kind, question, `(${changed}) c CROSS JOIN ${table} r ON r.id = c.id`, [run, run]),
    ],
    past: [
      chosen(kind, question, `(SELECT * FROM ${table}_revision WHERE superseded_run > ? AND run <= ?) r`, [run, run]),
    ],
  };
};

/** The rows of `from`, a table under the name `r`, that the question is about. */
export const chosen = (
  kind: KindDeclaration,
  question: RowQuestion,
  from: string,
  before: readonly SqlValue[] = [],
): Source => {
  const bound: SqlValue[] = [...before];
  const conditions = ['r.voided IS NULL'];
  if (question.from !== null) {
    conditions.push('r.day >= ?');
    bound.push(question.from);
  }
  if (question.to !== null) {
    conditions.push('r.day <= ?');
    bound.push(question.to);
  }
  for (const [id, wanted] of Object.entries(question.where ?? {})) {
    const { column, multiple, isNumber } = dimensionOf(kind, id);
    const named = column === id || !column.includes('(') ? `r.${column}` : column.replace('day', 'r.day');
    const filled = wanted.filter((value) => value !== '');
    const marks = filled.map(() => '?').join(', ');
    const either = [
      multiple ? `EXISTS (SELECT 1 FROM json_each(${named}) WHERE value IN (${marks}))` : `${named} IN (${marks})`,
    ];
    // '' asks for the records where the field is blank.
    if (filled.length < wanted.length) either.push(`coalesce(${named}, '') = ''`);
    conditions.push(`(${either.join(' OR ')})`);
    bound.push(...(isNumber ? filled.map(Number) : filled));
    // The index by decision leaves out 'none'; it can serve only where the query says so too.
    if (id === 'decision' && !wanted.includes('none')) conditions.push(`r.decision <> 'none'`);
  }
  return { from, where: conditions.join(' AND '), bound };
};
