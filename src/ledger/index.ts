/**
 * 台账 (ledger): the sole owner of SQLite. Opened for one call, closed at its end; everything that is written goes through a run.
 */
import type { StatisticsAnswer, StatisticsQuery } from '../domain/answering.js';
import type { CountQuery, CountRow, ListQuery } from '../domain/counting.js';
import type { Value } from '../domain/kind.js';
import { makePrivate } from '../files/index.js';
import { Counting } from './count.js';
import { hex } from './hashing.js';
import { GENESIS, Journal } from './journal.js';
import { NoticeRows } from './notice-rows.js';
import { asFailure, openSqlite, type Sqlite } from './open.js';
import { Reads } from './reads.js';
import { Run } from './run.js';
import type { LedgerOptions, LedgerStatistics, RunRequest, Verification } from './types.js';
import { verifyLedger } from './verify.js';
import { Writing } from './writing.js';

export type { FileSession, Run } from './run.js';
export type * from './types.js';

export class Ledger extends Reads {
  private readonly counting: Counting;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly options: LedgerOptions,
  ) {
    super(sqlite, options.kinds);
    this.counting = new Counting(sqlite, options.kinds);
  }

  begin(request: RunRequest): Run {
    const { sqlite, options } = this;
    try {
      const office = this.office();
      const journal = new Journal(sqlite, office, options.operator, options.now);
      const writing = new Writing(sqlite, office, journal, options.complete, new NoticeRows(sqlite, office));
      return new Run(writing, options, request);
    } catch (thrown) {
      throw asFailure(thrown, options.path);
    }
  }

  count(queries: readonly CountQuery[]): readonly (readonly CountRow[])[] {
    return queries.map((query) => this.counting.count(query));
  }

  /** The same without materialised facts: what verify and the property tests hold against them. */
  countFromRecords(query: CountQuery): readonly CountRow[] {
    return this.counting.count(query, false);
  }

  list(query: ListQuery): readonly (readonly Value[])[] {
    return this.counting.list(query);
  }

  /** Answers a table's questions in their order. */
  answer(queries: readonly StatisticsQuery[]): readonly StatisticsAnswer[] {
    return queries.map((query) => ('measure' in query ? { counts: this.counting.count(query) } : { records: this.counting.list(query) }));
  }

  /** 链头 of this office's chain, hex; zeros for an empty ledger. */
  head(): string {
    const head = this.sqlite.prepare('SELECT c.head FROM chain c JOIN office o ON o.id = c.office WHERE o.region = ?').pluck().get(this.options.office.region);
    return head === undefined ? GENESIS : hex(head);
  }

  verify({ statistics }: { readonly statistics: boolean }): Verification {
    try {
      return verifyLedger(this.sqlite, this.options.kinds, statistics);
    } catch (thrown) {
      throw asFailure(thrown, this.options.path);
    }
  }

  stats(): LedgerStatistics {
    return this.statistics(this.head());
  }

  /** A consistent copy, made while others may write. */
  async backup(path: string): Promise<void> {
    await this.sqlite.backup(path);
    makePrivate(path);
  }

  close(): void {
    this.sqlite.close();
  }

  /** The ledger's own office; its name follows the config. */
  private office(): number {
    const { region, name } = this.options.office;
    const known = this.sqlite.prepare('SELECT id, name FROM office WHERE region = ?').get(region) as { id: number; name: string } | undefined;
    if (known && known.name === name) return known.id;
    this.sqlite.prepare('INSERT INTO office (region, name) VALUES (?, ?) ON CONFLICT (region) DO UPDATE SET name = excluded.name').run(region, name);
    return Number(this.sqlite.prepare('SELECT id FROM office WHERE region = ?').pluck().get(region));
  }
}

export const openLedger = (options: LedgerOptions): Ledger => new Ledger(openSqlite(options.path, options.mode, options.kinds, options.now), options);
