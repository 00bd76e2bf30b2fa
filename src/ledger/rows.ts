/**
 * 记录行 (rows of a kind's table): inserted, superseded and read as raw arrays in column order. The only place that knows the
 * order of the columns; `supersede` is the one way in which a recorded row ever changes.
 */
import type { Assessment, Decision, Judgement } from '../domain/assessment.js';
import { fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import { columnsOf, FIXED_COUNT, type SqlValue, tableOf, toSql, valuesReader } from './columns.js';
import { assessmentOf, assessmentText, bytes, judgementOf, judgementText, stateHash } from './hashing.js';
import type { Writing } from './writing.js';

/** 比对状态 of a lead's row: the decision in force and the machine's, with what they rest on. */
export interface AssessedState {
  readonly decision: Decision;
  readonly machineDecision: Decision;
  readonly met: readonly string[];
  readonly judgement: Judgement | null;
  readonly assessment: Assessment;
  readonly ruleFile: number | null;
}

export interface NewRow {
  readonly key: string;
  readonly naturalKey: string | null;
  readonly revision: number;
  readonly day: string | null;
  readonly voided: string | null;
  readonly file: number;
  readonly line: number;
  readonly record: number;
  readonly row: number;
  readonly contentHash: Buffer;
  readonly givenHash: Buffer | null;
  readonly values: readonly Value[];
  readonly assessed: AssessedState | null;
}

export interface StoredRow extends NewRow {
  readonly id: number;
  readonly journal: number;
  readonly assessmentHash: Buffer | null;
}

const bySituation = (assessment: Assessment, outcome: string): string[] =>
  assessment.situations.filter((each) => each.outcome === outcome).map((each) => each.id);

const jsonList = (ids: readonly string[]): string | null => (ids.length === 0 ? null : JSON.stringify(ids));

const blob = (value: SqlValue | undefined): Buffer | null => (value instanceof Uint8Array ? Buffer.from(value) : null);

/** Reads raw arrays (column order) of one kind; shared with queries and verify. */
export const rowReader = (kind: KindDeclaration): ((raw: readonly SqlValue[]) => StoredRow) => {
  const valuesOf = valuesReader(kind);
  const assessedFrom = FIXED_COUNT + fieldsOf(kind).length;
  return (raw) => {
    const values = valuesOf(raw);
    const [decision, machine, met, , , text, ruleFile, judgement, assessmentHash] = raw.slice(assessedFrom);
    return {
      id: Number(raw[0]),
      key: String(raw[2]),
      naturalKey: raw[3] === null ? null : String(raw[3]),
      revision: Number(raw[4]),
      journal: Number(raw[5]),
      day: raw[6] === null ? null : String(raw[6]),
      voided: raw[7] === null ? null : String(raw[7]),
      file: Number(raw[8]),
      line: Number(raw[9]),
      record: Number(raw[10]),
      row: Number(raw[11]),
      contentHash: blob(raw[12]) ?? Buffer.alloc(0),
      givenHash: blob(raw[13]),
      values,
      // The ledger wrote these columns itself; verify recomputes their hash.
      assessed:
        kind.assessed && typeof text === 'string'
          ? {
              decision: decision as Decision,
              machineDecision: machine as Decision,
              met: typeof met === 'string' ? (JSON.parse(met) as string[]) : [],
              judgement: judgementOf(typeof judgement === 'string' ? judgement : null),
              assessment: assessmentOf(text, machine as Decision),
              ruleFile: typeof ruleFile === 'number' ? ruleFile : null,
            }
          : null,
      assessmentHash: blob(assessmentHash),
    };
  };
};

export class Rows {
  private readonly read;
  private readonly insertNew;
  private readonly selectKey;
  private readonly selectNatural;
  private readonly older;
  private readonly archive;
  private readonly update;
  private readonly lists: boolean;

  constructor(
    private readonly writing: Writing,
    private readonly kind: KindDeclaration,
  ) {
    const { db } = writing;
    const table = tableOf(kind.id);
    const names = columnsOf(kind).map((column) => column.name);
    const list = names.join(', ');
    this.read = rowReader(kind);
    this.lists = fieldsOf(kind).some((field) => field.type === 'list' || field.type === 'situations');
    this.insertNew = db.prepare(`INSERT OR IGNORE INTO ${table} (${names.slice(1).join(', ')}) VALUES (${names.slice(1).map(() => '?').join(', ')})`);
    this.selectKey = db.prepare(`SELECT ${list} FROM ${table} WHERE office = ? AND key = ?`).raw();
    this.selectNatural = kind.numbered ? db.prepare(`SELECT ${list} FROM ${table} WHERE office = ? AND natural_key = ? ORDER BY id`).raw() : null;
    this.older = db.prepare(`SELECT 1 FROM ${table}_revision WHERE id = ? AND (content_hash = ? OR content_hash = ? OR given_hash = ?) LIMIT 1`).pluck();
    this.archive = db.prepare(`INSERT INTO ${table}_revision (${list}, superseded_by) SELECT ${list}, ? FROM ${table} WHERE id = ?`);
    this.update = db.prepare(`UPDATE ${table} SET ${names.slice(1).map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  }

  byKey(key: string): StoredRow | null {
    const raw = this.selectKey.get(this.writing.office, key) as SqlValue[] | undefined;
    return raw === undefined ? null : this.read(raw);
  }

  byNaturalKey(key: string): readonly StoredRow[] {
    return ((this.selectNatural?.all(this.writing.office, key) ?? []) as SqlValue[][]).map(this.read);
  }

  /** True where an earlier revision of the row said the same, or was given the same. */
  isOlder(id: number, content: Buffer, given: Buffer): boolean {
    return this.older.get(id, content, given, given) === 1;
  }

  /** The decision in force: a judgement that stands, else the machine's. */
  stateOf(assessment: Assessment, judgement: Judgement | null): Omit<AssessedState, 'assessment' | 'ruleFile'> {
    const machine = bySituation(assessment, 'met');
    const judged = judgement?.situation ?? null;
    return {
      decision: judgement?.decision ?? assessment.decision,
      machineDecision: assessment.decision,
      met: judgement === null ? machine : judgement.decision === 'none' ? [] : judged !== null && !machine.includes(judged) ? [...machine, judged] : machine,
      judgement,
    };
  }

  /** Inserts and journals a new row; false where its key is known. */
  insert(row: NewRow, contentHex: string): boolean {
    const { writing } = this;
    const state = this.hashOf(row);
    const done = this.insertNew.run(...this.bound(row, writing.journal.next, state === null ? null : bytes(state)));
    if (done.changes === 0) return false;
    writing.append({ kind: this.kind.id, key: row.key, revision: row.revision, action: 'add', contentHash: contentHex, assessmentHash: state }, row.contentHash, state === null ? null : bytes(state));
    return true;
  }

  /** Moves the present row to the revisions, writes the new one in its place, journals it and corrects the counts. */
  supersede(stored: StoredRow, next: NewRow, action: string, contentHex: string): number {
    const { writing } = this;
    const revision = stored.revision + 1;
    const row = { ...next, revision };
    const state = this.hashOf(row);
    const seq = writing.journal.next;
    this.archive.run(seq, stored.id);
    this.update.run(...this.bound(row, seq, state === null ? null : bytes(state)), stored.id);
    writing.append({ kind: this.kind.id, key: row.key, revision, action, contentHash: contentHex, assessmentHash: state }, row.contentHash, state === null ? null : bytes(state));
    const facts = writing.factsOf(this.kind);
    if (stored.voided === null) facts.count(stored.values, stored.assessed, -1);
    if (row.voided === null) facts.count(row.values, row.assessed, 1);
    return revision;
  }

  private hashOf({ assessed, voided }: NewRow): string | null {
    return stateHash(
      assessed === null
        ? null
        : { decision: assessed.decision, machineDecision: assessed.machineDecision, assessment: assessmentText(assessed.assessment), judgement: judgementText(assessed.judgement) },
      voided,
    );
  }

  /** The row as the statement binds it: all columns but id. */
  private bound(row: NewRow, journal: number, state: Buffer | null): SqlValue[] {
    const bound: SqlValue[] = [
      this.writing.office,
      row.key,
      row.naturalKey,
      row.revision,
      journal,
      row.day,
      row.voided,
      row.file,
      row.line,
      row.record,
      row.row,
      row.contentHash,
      row.givenHash,
    ];
    for (const value of row.values) bound.push(this.lists ? toSql(value) : (value as SqlValue));
    if (this.kind.assessed) {
      const { assessed } = row;
      if (assessed === null) bound.push(null, null, null, null, null, null, null, null, null);
      else
        bound.push(
          assessed.decision,
          assessed.machineDecision,
          jsonList(assessed.met),
          jsonList(bySituation(assessed.assessment, 'hinted')),
          jsonList(bySituation(assessed.assessment, 'undetermined')),
          assessmentText(assessed.assessment),
          assessed.ruleFile,
          judgementText(assessed.judgement),
          state,
        );
    }
    return bound;
  }
}
