/** What the ledger tells: leads, records, notices, runs, histories, links that are open. Read-only, one query each. */
import type { Decision, RuleFileId, SituationName } from '../domain/assessment.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import { columnsOf, isList, type SqlValue, tableOf } from './columns.js';
import { shownKey, typedKey } from './keys.js';
import { noticeOf } from './notice-rows.js';
import type { Sqlite } from './open.js';
import { rowReader, type StoredRow } from './rows.js';
import { NOTICE_COLUMNS } from './schema.js';
import type { HistoryEntry, LedgerStatistics, OpenLink, SourcePlace, StoredFile, StoredLead, StoredRecord, StoredRun } from './types.js';

const listOf = (kind: KindDeclaration): string => columnsOf(kind).map((column) => column.name).join(', ');
const NOTICE_LIST = NOTICE_COLUMNS.map((column) => column.name).join(', ');

/** Text fields in which `search` looks; hidden ones are never searched, a hit would tell what they say. */
const SEARCHED: ReadonlySet<string> = new Set(['text', 'list']);

/** `%` and `_` in a word mean themselves. */
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

interface RawRun {
  readonly id: number;
  readonly at: string;
  readonly operator: string;
  readonly command: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly sha256: string | null;
}

export class Reads {
  constructor(
    private readonly db: Sqlite,
    private readonly kinds: readonly KindDeclaration[],
  ) {}

  private kind(id: string): KindDeclaration {
    const kind = this.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`unknown kind ${id}`);
    return kind;
  }

  lead(leadNo: string): StoredLead | null {
    const kind = this.kind('lead');
    const raw = this.db.prepare(`SELECT ${listOf(kind)} FROM lead WHERE key = ?`).raw().get(leadNo) as SqlValue[] | undefined;
    return raw === undefined ? null : this.storedLead(rowReader(kind)(raw));
  }

  private storedLead(row: StoredRow): StoredLead {
    const { assessed } = row;
    if (assessed === null) throw new Error('a lead without an assessment');
    return {
      leadNo: row.key,
      revision: row.revision,
      values: row.values,
      decision: assessed.decision,
      machineDecision: assessed.machineDecision,
      met: assessed.met,
      hinted: assessed.assessment.situations.filter((each) => each.outcome === 'hinted').map((each) => each.id),
      assessment: assessed.assessment,
      judgement: assessed.judgement,
      ruleFile: assessed.ruleFile === null ? null : this.ruleFile('id = ?', assessed.ruleFile),
      source: this.sourceOf(row),
      voided: row.voided,
      notice: this.noticeFor(row.key),
    };
  }

  private sourceOf({ file, line, record, row }: StoredRow): SourcePlace {
    const stored = this.db.prepare('SELECT path, columns FROM import_file WHERE id = ?').get(file) as { path: string; columns: string } | undefined;
    const columns = Object.entries(JSON.parse(stored?.columns ?? '{}') as Record<string, string>);
    return { path: stored?.path ?? '', line, record, row, cells: Object.fromEntries(columns.map(([field, letter]) => [field, `${letter}${row}`])) };
  }

  private noticeFor(leadNo: string): Notice | null {
    const raw = this.db.prepare(`SELECT ${NOTICE_LIST} FROM notice WHERE key = ?`).raw().get(leadNo) as SqlValue[] | undefined;
    return raw === undefined ? null : noticeOf(raw);
  }

  leads(wanted: { readonly decision: Decision | null; readonly situation: string | null; readonly limit: number }): { readonly total: number; readonly leads: readonly StoredLead[] } {
    const conditions = ['voided IS NULL'];
    const bound: SqlValue[] = [];
    if (wanted.decision !== null) {
      conditions.push('decision = ?');
      bound.push(wanted.decision);
    }
    if (wanted.situation !== null) {
      conditions.push('EXISTS (SELECT 1 FROM json_each(met) WHERE value = ?)');
      bound.push(wanted.situation);
    }
    const where = conditions.join(' AND ');
    const total = Number(this.db.prepare(`SELECT count(*) FROM lead WHERE ${where}`).pluck().get(...bound));
    return { total, leads: this.leadRows(`WHERE ${where} ORDER BY day DESC, key LIMIT ?`, [...bound, wanted.limit]) };
  }

  /** Every word in some text field; a word may stand for several names of one agency. */
  searchLeads(words: readonly (readonly string[])[], limit = 200): readonly StoredLead[] {
    const fields = fieldsOf(this.kind('lead')).filter((field) => SEARCHED.has(field.type) && field.privacy === undefined);
    const bound: SqlValue[] = [];
    const conditions = words.map((names) => {
      const any = names.flatMap((name) =>
        fields.map((field) => {
          bound.push(like(name));
          return `${field.id} LIKE ? ESCAPE '\\'`;
        }),
      );
      return `(${any.join(' OR ')})`;
    });
    return this.leadRows(`WHERE voided IS NULL AND ${conditions.join(' AND ')} ORDER BY day DESC, key LIMIT ?`, [...bound, limit]);
  }

  private leadRows(tail: string, bound: readonly SqlValue[]): readonly StoredLead[] {
    const kind = this.kind('lead');
    const read = rowReader(kind);
    const rows = this.db.prepare(`SELECT ${listOf(kind)} FROM lead ${tail}`).raw().all(...bound) as SqlValue[][];
    return rows.map((raw) => this.storedLead(read(raw)));
  }

  /** Some lead numbers that begin like the one typed, to name the nearest. */
  leadNumbersLike(leadNo: string): readonly string[] {
    return this.db.prepare(`SELECT key FROM lead WHERE key LIKE ? ESCAPE '\\' ORDER BY key LIMIT 500`).pluck().all(`${like(leadNo.slice(0, 2)).slice(1)}`) as string[];
  }

  /** Each present lead in order of its number, one at a time. */
  *eachLead(): Generator<StoredRow> {
    const kind = this.kind('lead');
    const read = rowReader(kind);
    const page = this.db.prepare(`SELECT ${listOf(kind)} FROM lead WHERE voided IS NULL AND id > ? ORDER BY id LIMIT 1000`).raw();
    for (let last = 0; ; ) {
      const rows = page.all(last) as SqlValue[][];
      if (rows.length === 0) return;
      for (const raw of rows) yield read(raw);
      last = Number(rows[rows.length - 1]?.[0]);
    }
  }

  records(kindId: string, limit: number): { readonly total: number; readonly records: readonly StoredRecord[] } {
    const kind = this.kind(kindId);
    const table = tableOf(kind.id);
    const rows = this.db.prepare(`SELECT ${listOf(kind)} FROM ${table} WHERE voided IS NULL ORDER BY day, key LIMIT ?`).raw().all(limit) as SqlValue[][];
    return {
      total: Number(this.db.prepare(`SELECT count(*) FROM ${table} WHERE voided IS NULL`).pluck().get()),
      records: rows.map(rowReader(kind)).map(({ key, day, values }) => ({ key: shownKey(key), day, values })),
    };
  }

  /** Records of a kind whose link names a record of another kind. */
  linkedTo(kindId: string, target: string, key: string): readonly StoredRecord[] {
    const kind = this.kind(kindId);
    const conditions = kind.links
      .filter((link) => link.kind === target)
      .map((link) => {
        const field = kind.fields.find((each) => each.id === link.field);
        return field && isList(field) ? `EXISTS (SELECT 1 FROM json_each(${link.field}) WHERE value = ?)` : `${link.field} = ?`;
      });
    if (conditions.length === 0) return [];
    const rows = this.db
      .prepare(`SELECT ${listOf(kind)} FROM ${tableOf(kind.id)} WHERE voided IS NULL AND (${conditions.join(' OR ')}) ORDER BY day, key`)
      .raw()
      .all(...conditions.map(() => key)) as SqlValue[][];
    return rows.map(rowReader(kind)).map((row) => ({ key: row.key, day: row.day, values: row.values }));
  }

  notices(wanted: { readonly state?: NoticeState }): readonly Notice[] {
    const rows = this.db
      .prepare(`SELECT ${NOTICE_LIST} FROM notice ${wanted.state === undefined ? '' : 'WHERE state = ?'} ORDER BY drafted_on, id`)
      .raw()
      .all(...(wanted.state === undefined ? [] : [wanted.state])) as SqlValue[][];
    return rows.map((raw) => {
      const { id: _id, revision: _revision, journal: _journal, ...notice } = noticeOf(raw);
      return notice;
    });
  }

  runs(): readonly StoredRun[] {
    return (this.db.prepare(`${RUN_SQL} ORDER BY run.id DESC`).all() as RawRun[]).map((raw) => this.storedRun(raw));
  }

  run(id: number): StoredRun | null {
    const raw = this.db.prepare(`${RUN_SQL} WHERE run.id = ?`).get(id) as RawRun | undefined;
    return raw === undefined ? null : this.storedRun(raw);
  }

  private storedRun(raw: RawRun): StoredRun {
    const files = this.db
      .prepare('SELECT path, kind, format, encoding, read, added, amended, unchanged, rejected FROM import_file WHERE run = ? ORDER BY id')
      .all(raw.id) as StoredFile[];
    const sum = (pick: (file: StoredFile) => number): number => files.reduce((total, file) => total + pick(file), 0);
    return {
      id: raw.id,
      at: raw.at,
      operator: raw.operator,
      command: raw.command,
      ruleFile: raw.sha256 === null ? null : { id: raw.name ?? '', version: raw.version ?? '', sha256: raw.sha256 },
      read: sum((file) => file.read),
      added: sum((file) => file.added),
      amended: sum((file) => file.amended),
      unchanged: sum((file) => file.unchanged),
      rejected: sum((file) => file.rejected),
      files,
    };
  }

  latestRuleFile(): RuleFileId | null {
    return this.ruleFile('id = (SELECT rule_file FROM run WHERE rule_file IS NOT NULL ORDER BY id DESC LIMIT 1)');
  }

  private ruleFile(where: string, ...bound: readonly SqlValue[]): RuleFileId | null {
    const row = this.db.prepare(`SELECT name AS id, version, sha256 FROM rule_file WHERE ${where}`).get(...bound) as RuleFileId | undefined;
    return row ?? null;
  }

  /** The situations by name, as the newest rule file of the ledger has them. */
  situations(): readonly SituationName[] | null {
    const text = this.db.prepare('SELECT situations FROM rule_file WHERE id = (SELECT rule_file FROM run WHERE rule_file IS NOT NULL ORDER BY id DESC LIMIT 1)').pluck().get();
    return typeof text === 'string' ? (JSON.parse(text) as SituationName[]) : null;
  }

  history(kindId: string, typed: string): readonly HistoryEntry[] {
    const kind = this.kind(kindId);
    const table = tableOf(kind.id);
    const decision = kind.assessed ? 'r.decision' : 'NULL';
    return this.db
      .prepare(
        `SELECT j.seq, j.run, j.revision, j.action, j.operator, j.time, ${decision} AS decision
         FROM (SELECT key, journal${kind.assessed ? ', decision' : ''} FROM ${table} UNION ALL SELECT key, journal${kind.assessed ? ', decision' : ''} FROM ${table}_revision) r
         JOIN journal j ON j.seq = r.journal WHERE r.key IN (?, ?) ORDER BY j.seq`,
      )
      .all(typed, typedKey(typed)) as HistoryEntry[];
  }

  /** 未对上的关联: links to records that the ledger does not have (yet). */
  openLinks(limit = 1000): readonly OpenLink[] {
    const open: OpenLink[] = [];
    for (const kind of this.kinds)
      for (const link of kind.links) {
        const field = kind.fields.find((each) => each.id === link.field);
        const target = this.kinds.find((each) => each.id === link.kind);
        if (!field || !target) continue;
        const value = isList(field) ? 'l.value' : `r.${link.field}`;
        const from = isList(field) ? `${tableOf(kind.id)} r, json_each(r.${link.field}) l` : `${tableOf(kind.id)} r`;
        const rows = this.db
          .prepare(
            `SELECT r.key, ${value} FROM ${from} WHERE r.voided IS NULL AND ${value} IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM ${tableOf(target.id)} t WHERE t.${link.target} = ${value}) ORDER BY r.id LIMIT ?`,
          )
          .raw()
          .all(limit) as [string, string][];
        open.push(...rows.map(([key, named]) => ({ kind: kind.id, key: shownKey(key), field: link.field, value: named })));
      }
    return open.slice(0, limit);
  }

  protected statistics(head: string): LedgerStatistics {
    const one = (sql: string): number => Number(this.db.prepare(sql).pluck().get());
    return {
      kinds: this.kinds.map((kind) => ({
        id: kind.id,
        title: kind.title,
        records: one(`SELECT count(*) FROM ${tableOf(kind.id)} WHERE voided IS NULL`),
        revisions: one(`SELECT count(*) FROM ${tableOf(kind.id)}_revision`),
        voided: one(`SELECT count(*) FROM ${tableOf(kind.id)} WHERE voided IS NOT NULL`),
      })),
      journal: one('SELECT count(*) FROM journal'),
      head,
    };
  }
}

const RUN_SQL = `SELECT run.id, run.time AS at, run.operator, run.command, rule_file.name, rule_file.version, rule_file.sha256
  FROM run LEFT JOIN rule_file ON rule_file.id = run.rule_file`;
