/** What the ledger tells of leads (线索查询): one, some by decision, some by words, all in turn. Read-only. */
import type { Decision, RuleFileId, SituationName } from '../domain/assessment.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { Notice } from '../domain/notice.js';
import { columnList, type SqlValue } from './columns.js';
import type { Sqlite } from './database.js';
import { NOTICE_LIST, noticeOf } from './notice-rows.js';
import { rowReader, type StoredRow } from './rows.js';
import { NOTICE_TABLE } from './schema.js';
import type { NoticeStepTaken, SourcePlace, StoredLead } from './types.js';
import { OWN_OFFICE } from './writing.js';

/** Text fields in which `search` looks; private ones are never searched, a hit would tell what they say. */
const SEARCHED: ReadonlySet<string> = new Set(['text', 'list']);

const NOWHERE: SourcePlace = { path: '', line: 0, record: 0, row: 0, cells: {} };

/** `%` and `_` in a word mean themselves. */
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

export interface WantedLeads {
  readonly decision: Decision | null;
  readonly situation: string | null;
  readonly limit: number;
}

export class LeadReads {
  constructor(
    protected readonly db: Sqlite,
    protected readonly kinds: readonly KindDeclaration[],
  ) {}

  protected kind(id: string): KindDeclaration {
    const kind = this.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`unknown kind ${id}`);
    return kind;
  }

  lead(leadNo: string): StoredLead | null {
    return this.leadRows(`WHERE office = ${OWN_OFFICE} AND key = ?`, [leadNo])[0] ?? null;
  }

  /** The newest leads that fit, and how many fit. */
  leads(wanted: WantedLeads): { readonly total: number; readonly leads: readonly StoredLead[] } {
    const conditions = ['voided IS NULL'];
    const bound: SqlValue[] = [];
    if (wanted.decision !== null) {
      conditions.push('decision = ?');
      bound.push(wanted.decision);
      // Lets the index by decision serve, which leaves out 'none'.
      if (wanted.decision !== 'none') conditions.push(`decision <> 'none'`);
    }
    if (wanted.situation !== null) {
      conditions.push('EXISTS (SELECT 1 FROM json_each(met) WHERE value = ?)');
      bound.push(wanted.situation);
    }
    const where = conditions.join(' AND ');
    const total = Number(
      this.db
        .prepare(`SELECT count(*) FROM lead WHERE ${where}`)
        .pluck()
        .get(...bound),
    );
    return { total, leads: this.leadRows(`WHERE ${where} ORDER BY day DESC, key LIMIT ?`, [...bound, wanted.limit]) };
  }

  /** Leads in which every word is found in some text field; a word may stand for several names of one agency. */
  searchLeads(words: readonly (readonly string[])[], limit = 200): readonly StoredLead[] {
    const fields = fieldsOf(this.kind('lead')).filter(
      (field) => SEARCHED.has(field.type) && field.privacy === undefined,
    );
    const bound: SqlValue[] = [];
    const conditions = words.map((names) => {
      const any = names.flatMap((name) =>
        fields.map((field) => {
          bound.push(like(name));
          return `${field.id} LIKE ? ESCAPE '\\'`;
        }),
      );
      return ` AND (${any.join(' OR ')})`;
    });
    return this.leadRows(`WHERE voided IS NULL${conditions.join('')} ORDER BY day DESC, key LIMIT ?`, [
      ...bound,
      limit,
    ]);
  }

  /** Some lead numbers that begin like the one typed, to name the nearest. */
  leadNumbersLike(leadNo: string): readonly string[] {
    const start = leadNo.slice(0, 2);
    // Keys are text.
    return this.db
      .prepare(`SELECT key FROM lead WHERE office = ${OWN_OFFICE} AND key >= ? AND key < ? ORDER BY key LIMIT 500`)
      .pluck()
      .all(start, `${start}\u{10ffff}`) as string[];
  }

  /** Each lead in force, one at a time, in the order in which they were recorded. */
  *eachLead(): Generator<StoredRow> {
    const kind = this.kind('lead');
    const read = rowReader(kind);
    const page = this.db
      .prepare(`SELECT ${columnList(kind)} FROM lead WHERE voided IS NULL AND id > ? ORDER BY id LIMIT 1000`)
      .raw();
    for (let last = 0; ; ) {
      const rows = page.all(last) as SqlValue[][];
      if (rows.length === 0) return;
      for (const raw of rows) yield read(raw);
      last = Number(rows[rows.length - 1]?.[0]);
    }
  }

  private leadRows(tail: string, bound: readonly SqlValue[]): readonly StoredLead[] {
    const kind = this.kind('lead');
    const read = rowReader(kind);
    const rows = this.db
      .prepare(`SELECT ${columnList(kind)} FROM lead ${tail}`)
      .raw()
      .all(...bound) as SqlValue[][];
    return rows.map((raw) => this.storedLead(read(raw)));
  }

  /** The lead as it stood at an earlier revision: what a letter that is out was written from. */
  leadAt(leadNo: string, revision: number): StoredLead | null {
    const kind = this.kind('lead');
    const raw = this.db
      .prepare(
        `SELECT ${columnList(kind)} FROM lead_revision WHERE office = ${OWN_OFFICE} AND key = ? AND revision = ?`,
      )
      .raw()
      .get(leadNo, revision) as SqlValue[] | undefined;
    return raw === undefined ? null : this.storedLead(rowReader(kind)(raw));
  }

  private storedLead(row: StoredRow): StoredLead {
    const { state } = row;
    if (state === null) throw new Error('a lead without an assessment');
    const { assessment, decision, met, judgement, ruleFile } = state;
    return {
      leadNo: row.key,
      revision: row.revision,
      values: row.values,
      decision,
      machineDecision: assessment.decision,
      met,
      hinted: assessment.situations.filter((each) => each.outcome === 'hinted').map((each) => each.id),
      assessment,
      judgement,
      ruleFile: ruleFile === null ? null : this.ruleFile('id = ?', ruleFile),
      source: this.sourceOf(row.id),
      voided: row.voided,
      notice: this.noticesOf(row.key)[0] ?? null,
    };
  }

  /** Where the present content was read: the newest of the lead's journal rows that came from a file. */
  private sourceOf(id: number): SourcePlace {
    const place = this.db
      .prepare(
        `SELECT f.path, f.columns, j.line, j.record, j.row FROM journal j JOIN import_file f ON f.id = j.file
         WHERE j.office = ${OWN_OFFICE} AND j.seq IN (SELECT journal FROM lead WHERE id = ? UNION ALL SELECT journal FROM lead_revision WHERE id = ?)
         ORDER BY j.seq DESC LIMIT 1`,
      )
      .get(id, id) as (Omit<SourcePlace, 'cells'> & { readonly columns: string | null }) | undefined;
    if (place === undefined) return NOWHERE;
    const { columns, ...where } = place;
    // Written by file-work.ts.
    const letters = Object.entries(JSON.parse(columns ?? '{}') as Record<string, string>);
    return { ...where, cells: Object.fromEntries(letters.map(([field, letter]) => [field, `${letter}${where.row}`])) };
  }

  /** All versions of a lead's notice, the newest first. */
  noticesOf(leadNo: string): readonly Notice[] {
    const rows = this.db
      .prepare(
        `SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE} WHERE office = ${OWN_OFFICE} AND lead_no = ? ORDER BY version DESC`,
      )
      .raw()
      .all(leadNo) as SqlValue[][];
    return rows.map(noticeOf);
  }

  /** The lead whose letter has this 发文字号, in whatever state: numbers are never used again. */
  leadWithNumber(number: string): string | null {
    const leadNo = this.db
      .prepare(`SELECT lead_no FROM ${NOTICE_TABLE} WHERE office = ${OWN_OFFICE} AND number = ?`)
      .pluck()
      .get(number);
    return typeof leadNo === 'string' ? leadNo : null;
  }

  /** Every step of every version, in the order of the journal. */
  noticeSteps(leadNo: string): readonly NoticeStepTaken[] {
    const rows = (table: string): string =>
      `SELECT office, journal, version, number, receiver, approved_by, why, changed_on FROM ${table} WHERE office = ${OWN_OFFICE} AND lead_no = @leadNo`;
    return this.db
      .prepare(
        `SELECT j.seq, j.run, n.version, j.action AS step, n.changed_on AS "on", run.time, run.operator, n.number, n.receiver,
                n.approved_by AS approvedBy, n.why
         FROM (${rows(NOTICE_TABLE)} UNION ALL ${rows(`${NOTICE_TABLE}_revision`)}) n
         JOIN journal j ON j.office = n.office AND j.seq = n.journal JOIN run ON run.id = j.run ORDER BY j.seq`,
      )
      .all({ leadNo }) as NoticeStepTaken[];
  }

  latestRuleFile(): RuleFileId | null {
    return this.ruleFile(LATEST_RULE_FILE);
  }

  /** The text of the newest rule file of the ledger, as it was when it was used. */
  latestRuleText(): string | null {
    const text = this.db.prepare(`SELECT text FROM rule_file WHERE ${LATEST_RULE_FILE}`).pluck().get();
    return typeof text === 'string' ? text : null;
  }

  /** The situations by name, as the newest rule file of the ledger has them. */
  situations(): readonly SituationName[] | null {
    const text = this.db.prepare(`SELECT situations FROM rule_file WHERE ${LATEST_RULE_FILE}`).pluck().get();
    // Written by run-entry.ts.
    return typeof text === 'string' ? (JSON.parse(text) as SituationName[]) : null;
  }

  protected ruleFile(where: string, ...bound: readonly SqlValue[]): RuleFileId | null {
    const row = this.db.prepare(`SELECT name AS id, version, sha256 FROM rule_file WHERE ${where}`).get(...bound);
    return (row as RuleFileId | undefined) ?? null;
  }
}

const LATEST_RULE_FILE = 'id = (SELECT rule_file FROM run WHERE rule_file IS NOT NULL ORDER BY id DESC LIMIT 1)';
