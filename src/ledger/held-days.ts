/**
 * 零散日 (held days): the rows of the ragged days of a period, put aside in tables of this connection while a table is counted. Its four or five
 * questions are about the same days, and the rows of a month lie scattered over a large ledger.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { tableOf } from './columns.js';
import { dimensionOf } from './cubes.js';
import type { Sqlite } from './database.js';

/** What kept tuples are made of: more is never asked of ragged days. */
const neededColumns = (kind: KindDeclaration): readonly string[] => {
  const dimensions = kind.counted.flatMap(({ by, only }) => [...by, ...Object.keys(only ?? {})]);
  // A dimension that is worked out from the day has no column of its own.
  const columns = dimensions.map((id) => dimensionOf(kind, id).column).filter((column) => !column.includes('('));
  return [...new Set(['id', 'day', 'voided', ...columns, ...kind.sums])];
};

export class HeldDays {
  private readonly tables = new Map<string, string>();

  constructor(private readonly db: Sqlite) {}

  /** The table that holds the rows of a kind from one day to another, both included. */
  tableOf(kind: KindDeclaration, from: string, to: string): string {
    const key = `${kind.id} ${from} ${to}`;
    let name = this.tables.get(key);
    if (name === undefined) {
      name = `temp.held_${this.tables.size}`;
      this.tables.set(key, name);
      this.db
        .prepare(
          `CREATE TABLE ${name} AS SELECT ${neededColumns(kind).join(', ')} FROM main.${tableOf(kind.id)}
           WHERE voided IS NULL AND day BETWEEN ? AND ?`,
        )
        .run(from, to);
    }
    return name;
  }

  release(): void {
    for (const name of this.tables.values()) this.db.exec(`DROP TABLE ${name}`);
  }
}
