/**
 * 记入 (recording): validated records of one kind -> rows, revisions, journal, counts, within the transaction of one file.
 *
 * While records are new they are inserted straight away (the unique index says whether they are), so that a first import costs one
 * statement a record; after a known one the key is looked up first. A known record is merged with what the ledger has (a blank keeps what is
 * there), compared by hash, and amended, kept or refused.
 */
import { type Assessment, foundIn } from '../domain/assessment.js';
import type { Finding } from '../domain/finding.js';
import { fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import { type Additions, additionsOf } from './additions.js';
import { stateOf } from './assessed-state.js';
import { type ContentHasher, contentHasher, type Digest, hexOf } from './hashing.js';
import { naturalKey, shownKey } from './keys.js';
import type { JournalPlace } from './link.js';
import type { PreparedRows } from './prepared.js';
import * as said from './recording-findings.js';
import { type KnownRow, Rows, type StoredRow } from './rows.js';
import { Seen } from './seen.js';
import type { FileRequest, LeadChange, RecordOutcome } from './types.js';
import type { Writing } from './writing.js';

export type Assess = (values: readonly Value[]) => Assessment;

/** One batch on its way, with what its records are met with. */
interface Batch {
  readonly outcome: RecordOutcome;
  readonly assess: Assess | null;
}

/** A record with what was worked out for it once. */
interface Incoming {
  readonly record: ValidRecord;
  readonly key: string;
  readonly natural: string | null;
  readonly assessment: Assessment | null;
  /** Of the values as given. */
  readonly given: Digest;
}

const nothingYet = (): RecordOutcome => ({
  added: 0,
  amended: 0,
  unchanged: 0,
  nothingFound: 0,
  rejected: [],
  findings: [],
  changes: [],
});

export class Recorder {
  private readonly rows: Rows;
  private readonly hash: ContentHasher;
  private readonly keyOf: (values: readonly Value[]) => string;
  private readonly recordNo: number;
  private readonly seen = new Seen();
  private readonly additions: Additions | null;
  private readonly noticesBefore: boolean;
  /** Fields that the file has a column for; null means all. */
  private readonly present: readonly boolean[] | null;
  private expectNew = true;

  constructor(
    private readonly writing: Writing,
    private readonly kind: KindDeclaration,
    private readonly request: FileRequest,
    private readonly file: number,
  ) {
    this.rows = new Rows(writing, kind);
    this.additions = additionsOf(writing, kind, request, file);
    this.hash = contentHasher(kind);
    this.keyOf = naturalKey(kind);
    this.recordNo = kind.numbered ? fieldIndex(kind, 'record_no') : -1;
    this.noticesBefore = kind.assessed === true && writing.notices.any();
    const { fields } = request;
    this.present = fields === undefined ? null : fieldsOf(kind).map((field) => fields.includes(field.id));
  }

  /** Records that somebody has at hand, without anything made ahead. */
  record(
    records: readonly ValidRecord[],
    assessments: readonly Assessment[] | null,
    assess: Assess | null,
  ): RecordOutcome {
    const batch = { outcome: nothingYet(), assess };
    records.forEach((record, i) => {
      this.one(record, assessments?.[i] ?? null, this.hash(record.values), batch);
    });
    return batch.outcome;
  }

  /** The same for rows that the reading thread has prepared; leads that are new, mostly all of them, go the short way. */
  recordPrepared(rows: PreparedRows, assess: Assess | null): RecordOutcome {
    const batch = { outcome: nothingYet(), assess };
    for (let i = 0; i < rows.count; i++) {
      if (this.expectNew && this.addedPrepared(rows, i, batch.outcome)) continue;
      this.one(rows.record(i), rows.assessment(i), rows.givenDigest(i), batch);
    }
    return batch.outcome;
  }

  private addedPrepared(rows: PreparedRows, i: number, outcome: RecordOutcome): boolean {
    const { additions } = this;
    if (additions === null || rows.isIncomplete(i)) return false;
    const id = additions.add(rows, i);
    if (id === 0) return false;
    const { stride, place } = rows.layout;
    this.seen.meet(id, rows.numbers[i * stride + place] ?? 0);
    outcome.added++;
    const notice = this.noticesBefore ? this.writing.noticeOfWritten(additions.keyOf(rows, i)) : null;
    if (notice === null && additions.isQuiet(rows, i)) outcome.nothingFound++;
    else outcome.changes.push(additions.changeOf(rows, i, notice));
    return true;
  }

  private one(record: ValidRecord, assessment: Assessment | null, given: Digest, batch: Batch): void {
    const natural = this.keyOf(record.values);
    const number = this.recordNo < 0 ? null : (record.values[this.recordNo] ?? null);
    const key = number === null ? natural : String(number);
    const incoming: Incoming = { record, key, natural: this.kind.numbered ? natural : null, assessment, given };
    if (this.kind.numbered && number === null) this.byNaturalKey(incoming, batch);
    else this.byKey(incoming, batch);
  }

  private byKey(incoming: Incoming, batch: Batch): void {
    const { record, key } = incoming;
    if (this.expectNew && !record.incomplete && this.added(incoming, key, batch)) return;
    const known = key === '' ? null : this.rows.byKey(key);
    this.expectNew = known === null;
    if (known) this.meet(known, incoming, batch);
    else this.addOrRefuse(incoming, key, batch);
  }

  /** A record without 编号: known by what it says, told apart by content where several say so. */
  private byNaturalKey(incoming: Incoming, batch: Batch): void {
    const { record, given, natural } = incoming;
    const siblings = natural === null || natural === '' ? [] : this.rows.byNaturalKey(natural);
    const live = siblings.filter((row) => row.voided === null);
    const [only] = live;
    const same =
      siblings.find((row) => given === row.content || given === row.given) ??
      live.find((row) => this.hash(this.merged(this.rows.whole(row), record)) === row.content);
    if (same) this.meet(same, incoming, batch);
    else if (siblings.length === 0) this.addOrRefuse(incoming, incoming.key, batch);
    else if (only && live.length === 1 && this.seen.lineOf(only.id) === 0) this.meet(only, incoming, batch);
    else this.tellApart(incoming, batch);
  }

  private tellApart(incoming: Incoming, batch: Batch): void {
    const key = `${incoming.key}#${hexOf(incoming.given).slice(0, 8)}`;
    const known = this.rows.byKey(key);
    // That content was told apart before, and the record has changed since: an old row, not a new record.
    if (known) this.meet(known, incoming, batch);
    else if (this.addOrRefuse(incoming, key, batch))
      batch.outcome.findings.push(said.toldApart(incoming.record, shownKey(incoming.key)));
  }

  private addOrRefuse(incoming: Incoming, key: string, batch: Batch): boolean {
    const { record } = incoming;
    if (record.incomplete) {
      batch.outcome.rejected.push({ record: record.record, findings: record.incomplete });
      return false;
    }
    if (!this.added(incoming, key, batch))
      throw new Error(`${this.kind.id} record ${record.record}: its key is new and taken`);
    return true;
  }

  /** Inserts a record whose key is new; false where the key is known. */
  private added(incoming: Incoming, key: string, { outcome }: Batch): boolean {
    const { record, assessment, given } = incoming;
    const values = this.writing.complete(this.kind, record.values);
    const content = values === record.values ? given : this.hash(values);
    const state = assessment === null ? null : stateOf(assessment, null, this.writing.ruleFile);
    const row = {
      key,
      naturalKey: incoming.natural,
      voided: null,
      values,
      state,
      content,
      given: content === given ? null : given,
    };
    const id = this.rows.insert(row, this.placeOf(record));
    if (id === 0) return false;
    this.seen.meet(id, record.line);
    outcome.added++;
    if (assessment !== null && state !== null)
      outcome.changes.push({
        key,
        revision: 1,
        change: 'added',
        decision: state.decision,
        previousDecision: null,
        found: foundIn(assessment),
        notice: this.noticesBefore ? this.writing.noticeOfWritten(key) : null,
        values,
      });
    return true;
  }

  private placeOf({ line, record, row }: ValidRecord): JournalPlace {
    return { file: this.file, line, record, row };
  }

  /** What the record says after it: a blank keeps what is there, unless a blank cell is to erase. */
  private merged(stored: StoredRow, { values }: ValidRecord): readonly Value[] {
    const { present } = this;
    const { clear } = this.request;
    const merged = values.map((value, i) =>
      value !== null || (clear && present?.[i] !== false) ? value : (stored.values[i] ?? null),
    );
    return this.writing.complete(this.kind, merged);
  }

  /** A record that the ledger knows. */
  private meet(known: KnownRow, incoming: Incoming, batch: Batch): void {
    const { record, given } = incoming;
    const { outcome } = batch;
    const line = this.seen.lineOf(known.id);
    if (line > 0) {
      const finding = said.duplicateInFile(record, this.keyTitle(), shownKey(known.key), line);
      outcome.rejected.push({ record: record.record, findings: [finding] });
      return;
    }
    this.seen.meet(known.id, record.line);
    if (given === known.content || (given === known.given && !this.request.clear)) {
      outcome.unchanged++;
      return;
    }
    if (record.incomplete && this.request.clear && this.present === null) {
      outcome.rejected.push({ record: record.record, findings: record.incomplete });
      return;
    }
    const stored = this.rows.whole(known);
    const merged = this.merged(stored, record);
    const content = this.hash(merged);
    const unchanged = (finding: Finding | null): void => {
      outcome.unchanged++;
      if (finding) outcome.findings.push(finding);
    };
    if (content === stored.content) unchanged(null);
    else if (stored.voided !== null) unchanged(said.recordVoided(record, shownKey(stored.key)));
    else if (this.rows.isOlder(stored.id, content, given)) unchanged(said.olderRevision(record, shownKey(stored.key)));
    else if (this.request.onChange === 'keep')
      unchanged(said.changeKept(record, shownKey(stored.key), this.differing(stored, merged)));
    else if (this.request.onChange === 'reject') {
      const finding = said.changeRejected(record, shownKey(stored.key), this.differing(stored, merged));
      outcome.rejected.push({ record: record.record, findings: [finding] });
    } else this.amend(stored, incoming, merged, content, batch);
  }

  private differing(stored: StoredRow, merged: readonly Value[]): string {
    return fieldsOf(this.kind)
      .filter((_, i) => JSON.stringify(merged[i]) !== JSON.stringify(stored.values[i]))
      .map((field) => field.title)
      .join('、');
  }

  /** The judgement on a lead falls with the content that was judged. */
  private amend(stored: StoredRow, incoming: Incoming, values: readonly Value[], content: Digest, batch: Batch): void {
    const { record, given } = incoming;
    const { outcome, assess } = batch;
    const assessment = this.kind.assessed && assess ? assess(values) : null;
    const state = assessment === null ? null : stateOf(assessment, null, this.writing.ruleFile);
    const row = {
      key: stored.key,
      naturalKey: this.kind.numbered ? this.keyOf(values) : null,
      voided: null,
      values,
      state,
      content,
      given: given === content ? null : given,
    };
    const revision = this.rows.supersede(stored, row, 'amend', this.placeOf(record));
    outcome.amended++;
    if (assessment === null || state === null) return;
    const change: LeadChange = {
      key: stored.key,
      revision,
      change: 'amended',
      decision: state.decision,
      previousDecision: stored.state?.decision ?? null,
      found: foundIn(assessment),
      notice: this.writing.noticeOfWritten(stored.key),
      values,
    };
    outcome.changes.push(change);
  }

  private keyTitle(): string {
    const [part] = this.kind.key;
    const title = this.kind.fields.find((field) => field.id === part)?.title;
    return this.kind.key.length === 1 && title !== undefined ? title : this.kind.title;
  }
}
