/** 移送函行 (notice rows): each decided step changes the one row of a lead's notice, keeps the old one and is journalled. */
import { Failure, EXIT } from '../domain/failure.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import type { NoticeStep, NoticeStepName } from '../domain/notice-step.js';
import type { SqlValue } from './columns.js';
import { bytes, sha256 } from './hashing.js';
import type { Sqlite } from './open.js';
import { NOTICE_COLUMNS } from './schema.js';
import type { JournalFact } from './journal.js';

/** The state that a step leads to; null keeps the state (the letter went out and stays frozen as sent). */
const STATE_AFTER: Readonly<Record<NoticeStepName, NoticeState | null>> = {
  draft: 'drafted',
  redraft: 'drafted',
  'to-drafted': 'drafted',
  supplement: 'drafted',
  cancel: 'cancelled',
  approve: 'approved',
  issue: 'issued',
  deliver: 'delivered',
  receive: 'received',
  return: 'returned',
  withdraw: 'withdrawn',
  'mark-stale': null,
};

const NAMES = NOTICE_COLUMNS.map((column) => column.name);
const LIST = NAMES.join(', ');
/** Columns that the hash covers: what the notice says, not where the row stands. */
const SAID = NAMES.slice(5);

export interface NoticeRow extends Notice {
  readonly id: number;
  readonly revision: number;
  readonly journal: number;
}

/** Where a step is journalled. */
interface Chain {
  readonly journal: { readonly next: number };
  append(fact: JournalFact, content: Buffer, assessment: Buffer | null): number;
}

const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

export const noticeOf = (raw: readonly SqlValue[]): NoticeRow => {
  const at = (name: string): SqlValue | undefined => raw[NAMES.indexOf(name)];
  return {
    id: Number(at('id')),
    revision: Number(at('revision')),
    journal: Number(at('journal')),
    leadNo: String(at('key')),
    version: Number(at('version')),
    // The ledger wrote the state itself, from the closed list of states.
    state: String(at('state')) as NoticeState,
    number: text(at('number')),
    draftedOn: text(at('drafted_on')) ?? '',
    approvedOn: text(at('approved_on')),
    approvedBy: text(at('approved_by')),
    issuedOn: text(at('issued_on')),
    deliveredOn: text(at('delivered_on')),
    receivedOn: text(at('received_on')),
    receiver: text(at('receiver')),
    why: text(at('why')),
    leadRevision: Number(at('lead_revision')),
    stale: at('stale') === 1,
  };
};

/** Hash of what a notice says; recomputed by verify from the raw row. */
export const noticeHash = (raw: readonly SqlValue[]): string => sha256(JSON.stringify(['notice', ...SAID.map((name) => raw[NAMES.indexOf(name)] ?? null)]));

export class NoticeRows {
  private readonly select;
  private readonly insert;
  private readonly archive;
  private readonly update;

  constructor(
    db: Sqlite,
    private readonly office: number,
  ) {
    this.select = db.prepare(`SELECT ${LIST} FROM notice WHERE office = ? AND key = ?`).raw();
    this.insert = db.prepare(`INSERT INTO notice (${NAMES.slice(1).join(', ')}) VALUES (${NAMES.slice(1).map(() => '?').join(', ')})`);
    this.archive = db.prepare(`INSERT INTO notice_revision (${LIST}, superseded_by) SELECT ${LIST}, ? FROM notice WHERE id = ?`);
    this.update = db.prepare(`UPDATE notice SET ${NAMES.slice(1).map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  }

  of(leadNo: string): NoticeRow | null {
    const raw = this.select.get(this.office, leadNo) as SqlValue[] | undefined;
    return raw === undefined ? null : noticeOf(raw);
  }

  apply(chain: Chain, step: NoticeStep): void {
    const present = this.of(step.leadNo);
    if (present === null && step.step !== 'draft' && step.step !== 'issue')
      throw new Failure(EXIT.usage, 'notice-none', `线索“${step.leadNo}”没有移送函`, '用 xingji notice list 查看');
    const revision = (present?.revision ?? 0) + 1;
    const seq = chain.journal.next;
    const row = this.rowAfter(present, step, revision, seq);
    const hash = noticeHash([null, ...row]);
    if (present === null) this.insert.run(...row);
    else {
      this.archive.run(seq, present.id);
      this.update.run(...row, present.id);
    }
    chain.append({ kind: 'notice', key: step.leadNo, revision, action: step.step, contentHash: hash, assessmentHash: null }, bytes(hash), null);
  }

  /** The row after a step, all columns but id; a date is set by the step it belongs to and cleared by starting anew. */
  private rowAfter(present: NoticeRow | null, step: NoticeStep, revision: number, journal: number): SqlValue[] {
    const reached = STATE_AFTER[step.step];
    const state = reached ?? present?.state ?? 'drafted';
    const anew = reached === 'drafted';
    const dated = (name: NoticeState, before: string | null | undefined): string | null =>
      reached === name ? step.on : anew ? null : (before ?? null);
    return [
      this.office,
      step.leadNo,
      revision,
      journal,
      step.version,
      state,
      step.number ?? (present !== null && present.version === step.version ? present.number : null),
      anew ? step.on : (present?.draftedOn ?? step.on),
      dated('approved', present?.approvedOn),
      step.step === 'approve' ? (step.by ?? null) : anew ? null : (present?.approvedBy ?? null),
      dated('issued', present?.issuedOn),
      dated('delivered', present?.deliveredOn),
      dated('received', present?.receivedOn),
      step.receiver === undefined ? (present?.receiver ?? null) : step.receiver,
      step.why ?? (anew ? null : (present?.why ?? null)),
      step.leadRevision,
      step.step === 'mark-stale' ? 1 : anew ? 0 : present?.stale ? 1 : 0,
    ];
  }
}
