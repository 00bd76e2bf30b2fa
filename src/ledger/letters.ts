/**
 * 移送函现况 (letters as they stand): one row a lead with a letter, its newest one joined to what tables ask of the lead, so that a table
 * about letters reads counts and never a lead. Follows from notices and leads alone: kept in step within their transaction, made
 * anew when a ledger is fitted to this program, checked by verify, and for `--as-of` put together as of a run.
 */
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import { letter } from '../kinds/letter.js';
import { columnList, columnsOf, type SqlValue, valuesReader } from './columns.js';
import type { Sqlite } from './database.js';
import type { Facts } from './facts.js';
import { columnSql, NOTICE_COLUMNS, NOTICE_TABLE } from './schema.js';

/** So many letters at once are put together by one statement, where the ledger has none yet. */
const MANY = 100;

const NAMES = columnsOf(letter)
  .map((column) => column.name)
  .filter((name) => name !== 'id');

const NOTICE_LIST = NOTICE_COLUMNS.map((column) => column.name).join(', ');

const stateTitle = `CASE n.state ${Object.entries(NOTICE_STATE_TITLES)
  .map(([id, title]) => `WHEN '${id}' THEN '${title}'`)
  .join(' ')} END`;

const days = (from: string, to: string): string => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`;

const flag = (column: string): string => `CASE WHEN ${column} IS NULL THEN '否' ELSE '是' END`;

/** The columns of a letter but its row number, from a notice `n` and what `of` says of the lead's columns. */
const saidOf = (of: (column: string) => string): string => {
  const said: Readonly<Record<string, string>> = {
    office: 'n.office',
    key: 'n.lead_no',
    natural_key: 'NULL',
    revision: 'n.version',
    journal: 'n.journal',
    run: '0',
    day: 'coalesce(n.issued_on, n.drafted_on)',
    voided: 'NULL',
    region: of('region'),
    agency: of('agency'),
    found_on: of('found_on'),
    state: stateTitle,
    counted_on: 'coalesce(n.issued_on, n.drafted_on)',
    issued: flag('n.issued_on'),
    delivered: flag('n.delivered_on'),
    issue_days: days(of('found_on'), 'n.issued_on'),
    receipt_days: days('n.issued_on', 'n.received_on'),
  };
  return NAMES.map((name) => `${said[name] ?? `n.${name}`} AS ${name}`).join(', ');
};

const LETTER_TABLE = `CREATE TABLE letter (${columnsOf(letter).map(columnSql).join(', ')}) STRICT`;

/** Letters as they should stand. */
const STANDING = `SELECT ${saidOf((column) => `l.${column}`)} FROM ${NOTICE_TABLE} n
  LEFT JOIN lead l ON l.office = n.office AND l.key = n.lead_no AND l.voided IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM ${NOTICE_TABLE} m WHERE m.office = n.office AND m.lead_no = n.lead_no AND m.version > n.version)`;

const FILL = `INSERT INTO letter (${NAMES.join(', ')}) ${STANDING} ORDER BY n.id`;

/** FROM clause of the letters as the ledger knew them after a run. */
export const lettersAfter = (run: number): string => {
  const then = (column: string): string =>
    `CASE WHEN p.run <= ${run} THEN CASE WHEN p.voided IS NULL THEN p.${column} END WHEN q.voided IS NULL THEN q.${column} END`;
  return `(SELECT n.id, ${saidOf(then)}
    FROM (SELECT v.*, row_number() OVER (PARTITION BY v.office, v.lead_no ORDER BY v.version DESC) AS newest
      FROM (SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE}
        UNION ALL SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE}_revision WHERE superseded_run > ${run}) v
      JOIN journal j ON j.office = v.office AND j.seq = v.journal AND j.run <= ${run}) n
    LEFT JOIN lead p ON p.office = n.office AND p.key = n.lead_no
    LEFT JOIN lead_revision q ON q.id = p.id AND p.run > ${run} AND q.run <= ${run} AND q.superseded_run > ${run}
    WHERE n.newest = 1)`;
};

/** Made anew from notices and leads; the counts are the caller's to make. */
export const fillLetters = (db: Sqlite): void => {
  db.exec(`DROP TABLE IF EXISTS letter`);
  db.exec(LETTER_TABLE);
  db.exec(`CREATE UNIQUE INDEX letter_key ON letter (office, key)`);
  db.exec(`CREATE INDEX letter_day ON letter (day)`);
  db.exec(FILL);
};

/** Leads whose letters do not stand as they should, checked by verify. */
export const strayLetters = (db: Sqlite): readonly string[] => {
  const kept = `SELECT ${NAMES.join(', ')} FROM letter`;
  // Names of leads are text.
  return db
    .prepare(
      `SELECT key FROM (${STANDING} EXCEPT ${kept}) UNION SELECT key FROM (${kept} EXCEPT ${STANDING}) ORDER BY 1 LIMIT 20`,
    )
    .pluck()
    .all() as string[];
};

/** The letters that a transaction may have changed, brought up to date at its end. */
export class Letters {
  private readonly touched = new Set<string>();
  private readonly valuesOf = valuesReader(letter);

  constructor(
    private readonly db: Sqlite,
    private readonly office: number,
  ) {}

  /** A copy of the number: one cut from a batch's text would keep all of that text in memory until the end of the import. */
  touch(leadNo: string): void {
    this.touched.add(Buffer.from(leadNo).toString());
  }

  settle(facts: Facts): void {
    const { db, office, touched } = this;
    if (touched.size === 0) return;
    const list = columnList(letter);
    const kept = db.prepare(`SELECT ${list} FROM letter WHERE office = ? AND key = ?`).raw();
    const count = (raw: readonly SqlValue[] | undefined, sign: 1 | -1): void => {
      if (raw !== undefined) facts.count(this.valuesOf(raw), null, sign);
    };
    // The first letters of a ledger come by the thousand.
    if (touched.size >= MANY && db.prepare('SELECT 1 FROM letter LIMIT 1').get() === undefined) {
      db.exec(FILL);
      for (const raw of db.prepare(`SELECT ${list} FROM letter ORDER BY id`).raw().iterate())
        count(raw as SqlValue[], 1);
    } else {
      const stand = db.prepare(
        `INSERT INTO letter (${NAMES.join(', ')}) ${STANDING} AND n.office = ? AND n.lead_no = ?
         ON CONFLICT (office, key) DO UPDATE SET ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      );
      for (const leadNo of touched) {
        count(kept.get(office, leadNo) as SqlValue[] | undefined, -1);
        stand.run(office, leadNo);
        count(kept.get(office, leadNo) as SqlValue[] | undefined, 1);
      }
    }
    touched.clear();
  }

  forget(): void {
    this.touched.clear();
  }
}
