/**
 * 记入 (recording): validated records of one kind -> rows, revisions, journal, counts, within the transaction of one file.
 *
 * A new key is inserted straight away (the unique index says whether it is new), so that a first import costs one statement a
 * record. A known one is merged with what the ledger has (a blank keeps what is there), compared by hash, and amended, kept or
 * refused. Findings carry no path: the pipeline knows what the file is called.
 */
import type { Assessment } from '../domain/assessment.js';
import type { Finding } from '../domain/finding.js';
import { dayOf, fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';

import { bytes, contentHash } from './hashing.js';
import { naturalKey, shownKey } from './keys.js';
import { tableOf } from './columns.js';
import { Rows, type StoredRow } from './rows.js';
import { queryIndexes } from './schema.js';
import type { Writing } from './writing.js';
import type { FileRequest, RecordOutcome } from './types.js';

type Assess = (values: readonly Value[]) => Assessment;

export class Recorder {
  private readonly rows: Rows;
  private readonly keyOf: (values: readonly Value[]) => string;
  private readonly day: number;
  private readonly recordNo: number;
  private readonly seen;
  private readonly wasSeen;
  private readonly noticesBefore: boolean;
  private readonly isFirst: boolean;

  constructor(
    private readonly writing: Writing,
    private readonly kind: KindDeclaration,
    private readonly request: FileRequest,
    private readonly file: number,
    private readonly ruleFile: number | null,
  ) {
    const { db } = writing;
    this.rows = new Rows(writing, kind);
    this.keyOf = naturalKey(kind);
    this.day = kind.day === null ? -1 : fieldIndex(kind, kind.day);
    this.recordNo = kind.numbered ? fieldIndex(kind, 'record_no') : -1;
    // Rows met unchanged in this file: on the disk, since a file may hold a million of them.
    db.exec('CREATE TEMP TABLE IF NOT EXISTS seen (id INTEGER PRIMARY KEY); DELETE FROM seen');
    this.seen = db.prepare('INSERT OR IGNORE INTO seen (id) VALUES (?)');
    this.wasSeen = db.prepare('SELECT 1 FROM seen WHERE id = ?').pluck();
    // A numbered kind looks records up by natural key while it is filled and keeps its indexes.
    this.isFirst = !kind.numbered && db.prepare(`SELECT 1 FROM ${tableOf(kind.id)} LIMIT 1`).pluck().get() === undefined;
    if (this.isFirst) for (const index of queryIndexes(kind)) db.exec(`DROP INDEX IF EXISTS ${/INDEX IF NOT EXISTS (\w+)/.exec(index)?.[1]}`);
    this.noticesBefore = kind.assessed === true && db.prepare('SELECT 1 FROM notice LIMIT 1').pluck().get() === 1;
  }

  record(records: readonly ValidRecord[], assessments: readonly Assessment[] | null, assess: Assess | null): RecordOutcome {
    const outcome: RecordOutcome = { added: 0, amended: 0, unchanged: 0, rejected: [], findings: [], changes: [] };
    for (const [i, record] of records.entries()) {
      const values = this.writing.complete(this.kind, record.values);
      const natural = this.keyOf(values);
      const number = this.recordNo < 0 ? null : (values[this.recordNo] ?? null);
      const key = number === null ? natural : String(number);
      const assessment = assessments?.[i] ?? null;
      if (!this.kind.numbered && !record.incomplete && this.insertNew(record, values, key, null, assessment, outcome)) continue;
      if (this.kind.numbered && number === null) this.byNaturalKey(record, values, natural, outcome);
      else {
        const stored = this.rows.byKey(key);
        if (stored) this.meet(stored, record, outcome, assess);
        else this.addOrRefuse(record, values, key, this.kind.numbered ? natural : null, assessment, outcome);
      }
    }
    return outcome;
  }

  /** After the last record of the file. */
  end(): void {
    if (this.isFirst) for (const index of queryIndexes(this.kind)) this.writing.db.exec(index);
  }

  private addOrRefuse(record: ValidRecord, values: readonly Value[], key: string, natural: string | null, assessment: Assessment | null, outcome: RecordOutcome): void {
    if (record.incomplete) outcome.rejected.push({ record: record.record, findings: record.incomplete });
    else this.insertNew(record, values, key, natural, assessment, outcome);
  }

  /** Inserts a record whose key is new; false where the key is known. */
  private insertNew(record: ValidRecord, values: readonly Value[], key: string, natural: string | null, assessment: Assessment | null, outcome: RecordOutcome): boolean {
    const content = contentHash(this.kind.id, values);
    const state = assessment === null ? null : this.rows.stateOf(assessment, null);
    const row = {
      key,
      naturalKey: natural,
      revision: 1,
      day: dayOf(values[this.day]),
      voided: null,
      file: this.file,
      line: record.line,
      record: record.record,
      row: record.row,
      contentHash: bytes(content),
      givenHash: null,
      values,
      assessed: state === null || assessment === null ? null : { ...state, assessment, ruleFile: this.ruleFile },
    };
    if (!this.rows.insert(row, content)) return false;
    outcome.added++;
    this.writing.factsOf(this.kind).count(values, state === null ? null : { decision: state.decision, met: state.met }, 1);
    if (assessment !== null && state !== null)
      outcome.changes.push({
        key,
        revision: 1,
        change: 'added',
        decision: assessment.decision,
        previousDecision: null,
        assessment,
        notice: this.noticesBefore ? this.writing.notices.of(key) : null,
        values,
      });
    return true;
  }

  /** A record without 编号: known by what it says, told apart by content where several say so. */
  private byNaturalKey(record: ValidRecord, values: readonly Value[], natural: string, outcome: RecordOutcome): void {
    const siblings = this.rows.byNaturalKey(natural);
    if (siblings.length === 0) {
      this.addOrRefuse(record, values, natural, natural, null, outcome);
      return;
    }
    const given = bytes(contentHash(this.kind.id, record.values));
    const same = siblings.find((row) => {
      const merged = this.merged(row, record);
      return bytes(contentHash(this.kind.id, merged)).equals(row.contentHash) || given.equals(row.contentHash) || given.equals(row.givenHash ?? row.contentHash);
    });
    const [only] = siblings;
    if (same) this.meet(same, record, outcome, null);
    else if (only && siblings.length === 1 && !this.metInThisFile(only)) this.meet(only, record, outcome, null);
    else {
      const key = `${natural}#${given.toString('hex').slice(0, 8)}`;
      outcome.findings.push(
        finding(record, 'told-apart', 'warning', `与“${shownKey(natural)}”要素相同而内容不同，按另一条记录登记`, '如果是同一条的更正，请填写“编号”栏以便识别；确是两条则不用处理'),
      );
      this.addOrRefuse(record, values, key, natural, null, outcome);
    }
  }

  private metInThisFile(row: StoredRow): boolean {
    return row.file === this.file || this.wasSeen.get(row.id) === 1;
  }

  private merged(stored: StoredRow, record: ValidRecord): readonly Value[] {
    const merged = this.request.clear ? [...record.values] : record.values.map((value, i) => value ?? stored.values[i] ?? null);
    return this.writing.complete(this.kind, merged);
  }

  /** A record whose key the ledger knows. */
  private meet(stored: StoredRow, record: ValidRecord, outcome: RecordOutcome, assess: Assess | null): void {
    if (this.metInThisFile(stored)) {
      const where = stored.file === this.file ? `第 ${stored.line} 行` : '前面的记录';
      outcome.rejected.push({
        record: record.record,
        findings: [finding(record, 'duplicate-in-file', 'error', `${this.keyTitle()}“${shownKey(stored.key)}”在本文件中重复，与${where}相同`, '核对是否重复登记：重复的删去一行，不是同一条的改正编号')],
      });
      return;
    }
    this.seen.run(stored.id);
    const merged = this.merged(stored, record);
    const hash = contentHash(this.kind.id, merged);
    if (bytes(hash).equals(stored.contentHash)) {
      outcome.unchanged++;
      return;
    }
    if (stored.voided !== null) {
      outcome.unchanged++;
      outcome.findings.push(finding(record, 'record-voided', 'warning', `“${shownKey(stored.key)}”已作废，没有更改`, '确需恢复的，另用新的编号登记'));
      return;
    }
    // As the row was given, defaults filled in: a first import stored just that.
    const given = contentHash(this.kind.id, this.writing.complete(this.kind, record.values));
    if (this.rows.isOlder(stored.id, bytes(hash), bytes(given))) {
      outcome.unchanged++;
      outcome.findings.push(finding(record, 'older-revision', 'warning', `“${shownKey(stored.key)}”的内容与台账中较早的版本相同，没有改回去`, '确要改回旧内容，请先改动任一栏（如备注）再导入'));
      return;
    }
    this.change(stored, record, merged, hash, given, outcome, assess);
  }

  private change(stored: StoredRow, record: ValidRecord, merged: readonly Value[], hash: string, given: string, outcome: RecordOutcome, assess: Assess | null): void {
    const { onChange } = this.request;
    const differing = fieldsOf(this.kind).filter((_, i) => JSON.stringify(merged[i]) !== JSON.stringify(stored.values[i] ?? null));
    const titles = differing.map((field) => field.title).join('、');
    if (onChange === 'keep') {
      outcome.unchanged++;
      outcome.findings.push(finding(record, 'change-kept', 'notice', `“${shownKey(stored.key)}”与台账不同（${titles}），按要求保留台账原样`, '要更正台账，用 --on-change amend'));
      return;
    }
    if (onChange === 'reject') {
      outcome.rejected.push({ record: record.record, findings: [finding(record, 'change-rejected', 'error', `“${shownKey(stored.key)}”与台账不同（${titles}），按要求退回`, '核对后用 --on-change amend 更正，或改回与台账一致')] });
      return;
    }
    const assessment = this.kind.assessed && assess ? assess(merged) : null;
    const state = assessment === null ? null : this.rows.stateOf(assessment, null);
    const revision = this.rows.supersede(stored, {
      ...stored,
      day: dayOf(merged[this.day]),
      file: this.file,
      line: record.line,
      record: record.record,
      row: record.row,
      contentHash: bytes(hash),
      givenHash: given === hash ? null : bytes(given),
      values: merged,
      assessed: state === null || assessment === null ? null : { ...state, assessment, ruleFile: this.ruleFile },
    }, 'amend', hash);
    outcome.amended++;
    if (assessment !== null)
      outcome.changes.push({
        key: stored.key,
        revision,
        change: 'amended',
        decision: assessment.decision,
        previousDecision: stored.assessed?.decision ?? null,
        assessment,
        notice: this.writing.notices.of(stored.key),
        values: merged,
      });
  }

  private keyTitle(): string {
    const [part] = this.kind.key;
    const id = typeof part === 'string' ? part : part?.[0];
    return this.kind.key.length === 1 ? (this.kind.fields.find((field) => field.id === id)?.title ?? '标识') : `${this.kind.title}的识别要素`;
  }
}

const finding = (record: ValidRecord, code: string, severity: Finding['severity'], message: string, hint: string): Finding => ({
  code,
  severity,
  path: '',
  line: record.line,
  record: record.record,
  message,
  hint,
});

