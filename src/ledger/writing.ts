/** What the writing parts of a run share while its transaction is open: the database, the chain, the counts, the notices. */
import type { KindDeclaration, Value } from '../domain/kind.js';
import { Facts } from './facts.js';
import type { Journal, JournalFact } from './journal.js';
import type { NoticeRows } from './notice-rows.js';
import type { Sqlite } from './open.js';

export class Writing {
  /** Number of the run that is writing; set before the first row. */
  run = 0;
  private readonly facts = new Map<string, Facts>();

  constructor(
    readonly db: Sqlite,
    readonly office: number,
    readonly journal: Journal,
    readonly complete: (kind: KindDeclaration, values: readonly Value[]) => readonly Value[],
    readonly notices: NoticeRows,
  ) {}

  factsOf(kind: KindDeclaration): Facts {
    let facts = this.facts.get(kind.id);
    if (facts === undefined) {
      facts = new Facts(this.db, kind, this.office);
      this.facts.set(kind.id, facts);
    }
    return facts;
  }

  append(fact: JournalFact, content: Buffer, assessment: Buffer | null): number {
    return this.journal.append(this.run, fact, content, assessment);
  }

  /** Before a commit: counts and chain head go to their tables. */
  settle(): void {
    for (const facts of this.facts.values()) facts.flush();
    this.journal.end();
  }

  /** After a rollback: what was gathered in memory was never true. */
  forget(): void {
    this.facts.clear();
  }
}
