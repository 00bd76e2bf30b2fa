/**
 * 移送函行 (notice rows): each decided step changes the row of one version of a lead's notice, keeps the superseded row and is
 * journalled. Whether a step may follow is decided by notices; here only what each step does to the row. Numbers
 * (发文字号) are given here, in the issuing transaction, so that a year's series has neither gaps nor doubles.
 */
import { EXIT, Failure } from '../domain/failure.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import type { NoticeSerial, NoticeStep, NoticeStepName } from '../domain/notice-step.js';
import type { SqlValue } from './columns.js';
import type { Sqlite } from './database.js';
import { type Digest, digestOf } from './hashing.js';
import { type Journal, NO_PLACE } from './journal.js';
import { SEPARATOR } from './keys.js';
import type { Letters } from './letters.js';
import { NOTICE_COLUMNS, NOTICE_TABLE } from './schema.js';

/** The journal's name for notices; not the kind `notice` (移送函登记). */
export const NOTICE_KIND = 'transfer-notice';

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
export const NOTICE_LIST = NAMES.join(', ');
/** Columns that the digest covers: what the notice says, not where the row stands. */
const SAID = NAMES.indexOf('lead_no');

const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

const at = (raw: readonly SqlValue[], name: string): SqlValue | undefined => raw[NAMES.indexOf(name)];

export const noticeOf = (raw: readonly SqlValue[]): Notice => ({
  leadNo: String(at(raw, 'lead_no')),
  version: Number(at(raw, 'version')),
  // The ledger wrote the state itself, from the closed list of states.
  state: String(at(raw, 'state')) as NoticeState,
  number: text(at(raw, 'number')),
  draftedOn: text(at(raw, 'drafted_on')) ?? '',
  approvedOn: text(at(raw, 'approved_on')),
  approvedBy: text(at(raw, 'approved_by')),
  issuedOn: text(at(raw, 'issued_on')),
  deliveredOn: text(at(raw, 'delivered_on')),
  receivedOn: text(at(raw, 'received_on')),
  receiver: text(at(raw, 'receiver')),
  why: text(at(raw, 'why')),
  leadRevision: Number(at(raw, 'lead_revision')),
  stale: at(raw, 'stale') === 1,
});

/** Digest of what a notice says; recomputed by verify from the raw row. */
export const noticeDigest = (raw: readonly SqlValue[]): Digest =>
  digestOf(JSON.stringify([NOTICE_KIND, ...raw.slice(SAID, NAMES.length)]));

export class NoticeRows {
  private readonly select;
  private readonly selectNewest;
  private readonly insert;
  private readonly archive;
  private readonly update;

  constructor(
    private readonly db: Sqlite,
    private readonly office: number,
    private readonly letters: Pick<Letters, 'touch'>,
  ) {
    const [, ...own] = NAMES;
    this.select = db
      .prepare(`SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE} WHERE office = ? AND lead_no = ? AND version = ?`)
      .raw();
    this.selectNewest = db
      .prepare(
        `SELECT ${NOTICE_LIST} FROM ${NOTICE_TABLE} WHERE office = ? AND lead_no = ? ORDER BY version DESC LIMIT 1`,
      )
      .raw();
    this.insert = db.prepare(
      `INSERT INTO ${NOTICE_TABLE} (${own.join(', ')}) VALUES (${own.map(() => '?').join(', ')}) ON CONFLICT (office, lead_no, version) DO NOTHING`,
    );
    this.archive = db.prepare(
      `INSERT INTO ${NOTICE_TABLE}_revision (${NOTICE_LIST}, superseded_by, superseded_run) SELECT ${NOTICE_LIST}, ?, ? FROM ${NOTICE_TABLE} WHERE id = ?`,
    );
    this.update = db.prepare(`UPDATE ${NOTICE_TABLE} SET ${own.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  }

  /** False in a ledger without any notice: then new leads need not be looked up. */
  any(): boolean {
    return this.db.prepare(`SELECT 1 FROM ${NOTICE_TABLE} LIMIT 1`).pluck().get() === 1;
  }

  /** The newest version of a lead's notice. */
  newest(leadNo: string): Notice | null {
    const raw = this.selectNewest.get(this.office, leadNo) as SqlValue[] | undefined;
    return raw === undefined ? null : noticeOf(raw);
  }

  /** 发文序号: the next number of a year's series, kept in the transaction that issues; a withdrawn number stays dead. */
  nextSerial(prefix: string, year: number, startAt: number): number {
    const last = this.db
      .prepare('SELECT last FROM number_series WHERE office = ? AND prefix = ? AND year = ?')
      .pluck()
      .get(this.office, prefix, year);
    const n = Math.max(startAt, Number(last ?? 0) + 1);
    this.raiseSeries(prefix, { year, n });
    return n;
  }

  apply(journal: Journal, step: NoticeStep): void {
    this.letters.touch(step.leadNo);
    const begins = step.step === 'draft' || step.step === 'supplement';
    // A first draft is not looked up, since there are as many as leads to transfer: its insert finds out.
    const present = begins
      ? undefined
      : (this.select.get(this.office, step.leadNo, step.version) as SqlValue[] | undefined);
    // A letter that went out on paper begins with its number; everything else follows a draft.
    if (present === undefined && !begins && step.step !== 'issue')
      throw new Failure(EXIT.usage, 'notice-none', `线索“${step.leadNo}”没有移送函`, '用 xingji notice list 查看');
    if (step.number !== undefined) this.refuseTaken(step);
    const revision = Number(present === undefined ? 0 : at(present, 'revision')) + 1;
    const key = `${step.leadNo}${SEPARATOR}${step.version}`;
    const { run } = journal;
    const row = [this.office, key, revision, journal.next, ...saidAfter(present, step)];
    if (present === undefined) {
      if (this.insert.run(...row).changes === 0)
        throw new Error(`notice ${step.leadNo} version ${step.version} begins twice`);
    } else {
      this.archive.run(journal.next, run.id, at(present, 'id'));
      this.update.run(...row, at(present, 'id'));
    }
    // 机关代字〔year〕n号: what stands before the bracket names the series.
    if (step.serial && step.number) this.raiseSeries(step.number.split('〔')[0] ?? '', step.serial);
    const raw = [null, ...row];
    journal.append(NOTICE_KIND, key, revision, step.step, noticeDigest(raw), null, null, NO_PLACE);
  }

  private refuseTaken({ leadNo, version, number }: NoticeStep): void {
    const holder = this.db
      .prepare(
        `SELECT lead_no FROM ${NOTICE_TABLE} WHERE office = ? AND number = ? AND NOT (lead_no = ? AND version = ?)`,
      )
      .pluck()
      .get(this.office, number, leadNo, version);
    if (holder !== undefined)
      throw new Failure(
        EXIT.usage,
        'notice-number-taken',
        `发文字号“${number}”已用于线索“${holder}”`,
        '核对文号；撤回的文号也不再使用',
      );
  }

  private raiseSeries(prefix: string, { year, n }: NoticeSerial): void {
    this.db
      .prepare(
        `INSERT INTO number_series (office, prefix, year, last) VALUES (?, ?, ?, ?)
         ON CONFLICT (office, prefix, year) DO UPDATE SET last = max(last, excluded.last)`,
      )
      .run(this.office, prefix, year, n);
  }
}

/** What the row says after a step, from `lead_no` on; a date is set by the step it belongs to and cleared by starting anew. */
const saidAfter = (present: readonly SqlValue[] | undefined, step: NoticeStep): SqlValue[] => {
  const before = (name: string): SqlValue => (present === undefined ? null : (at(present, name) ?? null));
  const reached = STATE_AFTER[step.step];
  const anew = reached === 'drafted';
  const dated = (state: NoticeState): SqlValue => (reached === state ? step.on : anew ? null : before(`${state}_on`));
  return [
    step.leadNo,
    step.version,
    reached ?? before('state'),
    step.number ?? before('number'),
    anew ? step.on : (before('drafted_on') ?? step.on),
    dated('approved'),
    dated('issued'),
    dated('delivered'),
    dated('received'),
    step.receiver === undefined ? before('receiver') : step.receiver,
    step.why ?? (anew ? null : before('why')),
    step.leadRevision,
    step.step === 'mark-stale' ? 1 : anew ? 0 : (before('stale') ?? 0),
    reached === 'approved' ? (step.by ?? null) : anew ? null : before('approved_by'),
    step.on,
  ];
};
