/**
 * 台账 (ledger): the sole owner of SQLite. Opened for one call, closed at its end; everything that is written goes through a
 * run. What other rooms may ask is this class and the types beside it; no SQL leaves the room.
 */
import type { StatisticsAnswer, StatisticsQuery } from '../domain/answering.js';
import type { CountQuery, CountRow, ListQuery } from '../domain/counting.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { Value } from '../domain/kind.js';
import { exists, makePrivate, writeAtomic } from '../files/index.js';
import { letter } from '../kinds/letter.js';
import { Counting } from './count.js';
import { asFailure, type Sqlite } from './database.js';
import { digestIn, hexOf } from './hashing.js';
import { GENESIS } from './journal.js';
import { openSqlite } from './open.js';
import { Reads } from './reads.js';
import { Run } from './run.js';
import type { LedgerOptions, LedgerStatistics, RunRequest, Verification } from './types.js';
import { verifyLedger } from './verify.js';
import { OWN_OFFICE, Writing } from './writing.js';

export type { Reassessed } from './reassess.js';
export type { FileSession, Run } from './run.js';
export type * from './types.js';

export class Ledger extends Reads {
  private readonly counting: Counting;

  constructor(
    sqlite: Sqlite,
    private readonly options: LedgerOptions,
  ) {
    super(sqlite, options.kinds);
    this.counting = new Counting(sqlite, [...options.kinds, letter]);
  }

  begin(request: RunRequest): Run {
    return this.guarded(() => new Run(new Writing(this.db, this.options.complete), this.options, request));
  }

  count(queries: readonly CountQuery[]): readonly (readonly CountRow[])[] {
    return this.guarded(() => queries.map((query) => this.counting.count(query)));
  }

  /** The same without materialised facts: what the property tests hold against them. */
  countFromRecords(query: CountQuery): readonly CountRow[] {
    return this.guarded(() => this.counting.count(query, false));
  }

  list(query: ListQuery): readonly (readonly Value[])[] {
    return this.guarded(() => this.counting.list(query));
  }

  /** Answers a table's questions in their order, all from one state of the ledger. */
  answer(queries: readonly StatisticsQuery[]): readonly StatisticsAnswer[] {
    const all = this.db.transaction(() =>
      this.counting.together(() =>
        queries.map((query) =>
          'measure' in query ? { counts: this.counting.count(query) } : { records: this.counting.list(query) },
        ),
      ),
    );
    return this.guarded(all);
  }

  /** 链头 of this office's chain, hex; zeros for an empty ledger. */
  head(): string {
    const head = this.db.prepare('SELECT head FROM chain WHERE office = ?').pluck().get(OWN_OFFICE);
    return head === undefined ? GENESIS : hexOf(digestIn(head));
  }

  verify({ statistics = false }: { readonly statistics?: boolean } = {}): Verification {
    return this.guarded(() => verifyLedger(this.db, this.options.kinds, statistics));
  }

  stats(): LedgerStatistics {
    return this.guarded(() => this.statistics(this.head()));
  }

  /** A consistent copy without slack, made while others may read. */
  backup(path: string): void {
    if (exists(path)) throw new Failure(EXIT.usage, 'backup-exists', `${path} 已存在，没有覆盖`, '换一个文件名');
    // Made empty first, with the right mode: SQLite would make it readable by everybody.
    writeAtomic(path, '');
    makePrivate(path);
    this.guarded(() => this.db.prepare('VACUUM INTO ?').run(path));
  }

  close(): void {
    this.db.close();
  }

  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      throw asFailure(thrown, this.options.path);
    }
  }
}

export const openLedger = (options: LedgerOptions): Ledger => new Ledger(openSqlite(options), options);
