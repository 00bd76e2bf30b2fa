/** What the writing parts of a run share while its transaction is open: the database, the run, the chain, the counts, the notices. */
import type { KindDeclaration, Value } from '../domain/kind.js';
import type { Notice } from '../domain/notice.js';
import { letter } from '../kinds/letter.js';
import type { Sqlite } from './database.js';
import { Facts } from './facts.js';
import { Journal, type JournalRun } from './journal.js';
import { Letters } from './letters.js';
import { NoticeRows } from './notice-rows.js';

/** The office whose ledger this is; offices merged in later have higher numbers. */
export const OWN_OFFICE = 1;

export class Writing {
  readonly office = OWN_OFFICE;
  readonly journal: Journal;
  readonly notices: NoticeRows;
  private readonly letters: Letters;
  /** Row of the rule file of this run. */
  ruleFile: number | null = null;
  private readonly facts = new Map<string, Facts>();
  private readonly ruleShas = new Map<number, string>();

  constructor(
    readonly db: Sqlite,
    readonly complete: (kind: KindDeclaration, values: readonly Value[]) => readonly Value[],
  ) {
    this.journal = new Journal(db, OWN_OFFICE);
    this.letters = new Letters(db, OWN_OFFICE);
    this.notices = new NoticeRows(db, OWN_OFFICE, this.letters);
  }

  /** The newest notice of a lead whose row is being written: what the letter takes of the lead may be another now. */
  noticeOfWritten(leadNo: string): Notice | null {
    const notice = this.notices.newest(leadNo);
    if (notice !== null) this.letters.touch(leadNo);
    return notice;
  }

  factsOf(kind: KindDeclaration): Facts {
    let facts = this.facts.get(kind.id);
    if (facts === undefined) {
      facts = new Facts(this.db, kind, this.office);
      this.facts.set(kind.id, facts);
    }
    return facts;
  }

  /** The rule file's own hash: row numbers differ from ledger to ledger and are never hashed. */
  ruleSha(ruleFile: number | null): string | null {
    if (ruleFile === null) return null;
    let sha = this.ruleShas.get(ruleFile);
    if (sha === undefined) {
      sha = String(this.db.prepare('SELECT sha256 FROM rule_file WHERE id = ?').pluck().get(ruleFile));
      this.ruleShas.set(ruleFile, sha);
    }
    return sha;
  }

  /** The run that writes; known once it has entered itself, before anything else is written. */
  get run(): JournalRun {
    return this.journal.run;
  }

  /** Before a commit: letters, counts and chain head go to their tables. */
  settle(): void {
    this.letters.settle(this.factsOf(letter));
    for (const facts of this.facts.values()) facts.flush();
    this.journal.end();
  }

  /** After a rollback: what was gathered in memory was never true. */
  forget(): void {
    this.facts.clear();
    this.letters.forget();
    this.ruleShas.clear();
  }
}
