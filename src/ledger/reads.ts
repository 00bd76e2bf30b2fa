/** What the ledger tells of records, notices, runs, histories and links (台账查询). Read-only. Leads: lead-reads.ts. */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import { columnList, isList, type SqlValue, tableOf } from './columns.js';
import { shownKey, typedKey } from './keys.js';
import { LeadReads } from './lead-reads.js';
import { NOTICE_LIST, noticeOf } from './notice-rows.js';
import { rowReader } from './rows.js';
import { NOTICE_TABLE } from './schema.js';
import type { HistoryEntry, LedgerStatistics, OpenLink, StoredFile, StoredRecord, StoredRun } from './types.js';
import { OWN_OFFICE } from './writing.js';

interface RawRun {
  readonly id: number;
  readonly at: string;
  readonly operator: string;
  readonly command: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly sha256: string | null;
}

const RUN_SQL = `SELECT run.id, run.time AS at, run.operator, run.command, rule_file.name, rule_file.version, rule_file.sha256
  FROM run LEFT JOIN rule_file ON rule_file.id = run.rule_file`;

export class Reads extends LeadReads {
  /** One record, voided ones included; null where there is none. */
  record(kindId: string, typed: string): StoredRecord | null {
    return (
      this.recordRows(this.kind(kindId), `WHERE office = ${OWN_OFFICE} AND key IN (?, ?) LIMIT 1`, [
        typed,
        typedKey(typed),
      ])[0] ?? null
    );
  }

  records(kindId: string, limit: number): { readonly total: number; readonly records: readonly StoredRecord[] } {
    const kind = this.kind(kindId);
    const total = Number(
      this.db
        .prepare(`SELECT count(*) FROM ${tableOf(kind.id)} WHERE voided IS NULL`)
        .pluck()
        .get(),
    );
    return { total, records: this.recordRows(kind, 'WHERE voided IS NULL ORDER BY day, key LIMIT ?', [limit]) };
  }

  /** Records of a kind that name a record of another by one of their links. */
  linkedTo(kindId: string, target: string, key: string): readonly StoredRecord[] {
    const kind = this.kind(kindId);
    const conditions = kind.links
      .filter((link) => link.kind === target)
      .map((link) =>
        isListField(kind, link.field)
          ? `EXISTS (SELECT 1 FROM json_each(${link.field}) WHERE value = ?)`
          : `${link.field} = ?`,
      );
    if (conditions.length === 0) return [];
    const where = `WHERE voided IS NULL AND (${conditions.join(' OR ')}) ORDER BY day, id`;
    return this.recordRows(
      kind,
      where,
      conditions.map(() => key),
    );
  }

  private recordRows(kind: KindDeclaration, tail: string, bound: readonly SqlValue[]): readonly StoredRecord[] {
    const rows = this.db
      .prepare(`SELECT ${columnList(kind)} FROM ${tableOf(kind.id)} ${tail}`)
      .raw()
      .all(...bound) as SqlValue[][];
    return rows
      .map(rowReader(kind))
      .map(({ key, day, values, revision, voided }) => ({ key: shownKey(key), day, values, revision, voided }));
  }

  /** The newest notice of each lead, or all versions, by day of draft. */
  notices(wanted: { readonly state?: NoticeState; readonly allVersions?: boolean }): readonly Notice[] {
    const { state, allVersions = false } = wanted;
    const conditions = ['1 = 1'];
    if (state !== undefined) conditions.push('n.state = ?');
    if (!allVersions)
      conditions.push(
        `NOT EXISTS (SELECT 1 FROM ${NOTICE_TABLE} m WHERE m.office = n.office AND m.lead_no = n.lead_no AND m.version > n.version)`,
      );
    const rows = this.db
      .prepare(`SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE} n WHERE ${conditions.join(' AND ')} ORDER BY drafted_on, id`)
      .raw()
      .all(...(state === undefined ? [] : [state])) as SqlValue[][];
    return rows.map(noticeOf);
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
      .prepare(
        'SELECT path, kind, format, encoding, read, added, amended, unchanged, rejected FROM import_file WHERE run = ? ORDER BY id',
      )
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

  /** All revisions of a record by the journal, the oldest first. */
  history(kindId: string, typed: string): readonly HistoryEntry[] {
    const kind = this.kind(kindId);
    const table = tableOf(kind.id);
    const decision = kind.assessed ? 'decision' : 'NULL';
    const id = this.db
      .prepare(`SELECT id FROM ${table} WHERE office = ${OWN_OFFICE} AND key IN (?, ?) LIMIT 1`)
      .pluck()
      .get(typed, typedKey(typed));
    return this.db
      .prepare(
        `SELECT j.seq, j.run, j.revision, j.action, run.operator, run.time, r.decision
         FROM (SELECT office, journal, ${decision} AS decision FROM ${table} WHERE id = ?
               UNION ALL SELECT office, journal, ${decision} FROM ${table}_revision WHERE id = ?) r
         JOIN journal j ON j.office = r.office AND j.seq = r.journal JOIN run ON run.id = j.run ORDER BY j.seq`,
      )
      .all(id ?? 0, id ?? 0) as HistoryEntry[];
  }

  /** 未对上的关联: links to records that the ledger does not have (yet). */
  openLinks(limit = 1000): readonly OpenLink[] {
    const open: OpenLink[] = [];
    for (const kind of this.kinds)
      for (const { field, kind: targetId, target } of kind.links) {
        const linked = this.kinds.find((each) => each.id === targetId);
        if (!linked || open.length >= limit) continue;
        const list = isListField(kind, field);
        const value = list ? 'l.value' : `r.${field}`;
        // Where the field named is the whole key, the key's index serves.
        const named = linked.key.length === 1 && linked.key[0] === target ? 'key' : target;
        const rows = this.db
          .prepare(
            `SELECT r.key, ${value} FROM ${tableOf(kind.id)} r${list ? `, json_each(r.${field}) l` : ''}
             WHERE r.voided IS NULL AND ${value} IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM ${tableOf(linked.id)} t WHERE t.office = r.office AND t.${named} = ${value})
             ORDER BY r.id LIMIT ?`,
          )
          .raw()
          .all(limit - open.length) as [string, string][];
        for (const [key, missing] of rows) open.push({ kind: kind.id, key: shownKey(key), field, value: missing });
      }
    return open;
  }

  protected statistics(head: string): LedgerStatistics {
    const one = (sql: string): number => Number(this.db.prepare(sql).pluck().get());
    return {
      kinds: this.kinds.map((kind) => {
        const table = tableOf(kind.id);
        const voided = one(`SELECT count(*) FROM ${table} WHERE voided IS NOT NULL`);
        return {
          id: kind.id,
          title: kind.title,
          records: one(`SELECT count(*) FROM ${table}`) - voided,
          revisions: one(`SELECT count(*) FROM ${table}_revision`),
          voided,
        };
      }),
      journal: one('SELECT coalesce(sum(length), 0) FROM chain'),
      head,
    };
  }
}

const isListField = (kind: KindDeclaration, id: string): boolean => {
  const field = fieldsOf(kind).find((each) => each.id === id);
  return field !== undefined && isList(field);
};
