/**
 * 成批写入 (many rows): short rows for one table, twenty to a statement. Running a statement costs as much as half a dozen of its values,
 * so short rows are written in half the time; long ones (a lead) gain nothing.
 */
import { memo } from '../domain/memo.js';
import type { SqlValue } from './columns.js';
import type { Sqlite } from './database.js';

const AT_ONCE = 20;

export class ManyRows {
  private readonly many;
  private readonly one;
  private bound: SqlValue[] = [];

  /** `before` and `behind`: the statement around the rows. `row`: one of them, in brackets, with its places for `width` values. */
  constructor(
    db: Sqlite,
    before: string,
    row: string,
    behind: string,
    private readonly width: number,
  ) {
    const statement = (rows: number): string => `${before} VALUES ${new Array(rows).fill(row).join(', ')} ${behind}`;
    // Most files count fewer rows than go into one statement.
    this.many = memo(() => db.prepare(statement(AT_ONCE)));
    this.one = memo(() => db.prepare(statement(1)));
  }

  add(...values: readonly SqlValue[]): void {
    this.bound.push(...values);
    if (this.bound.length < AT_ONCE * this.width) return;
    this.many().run(...this.bound);
    this.bound = [];
  }

  /** Writes what waits; nothing is in the table for certain before. */
  end(): void {
    for (let at = 0; at < this.bound.length; at += this.width) this.one().run(...this.bound.slice(at, at + this.width));
    this.bound = [];
  }
}
