/**
 * 计数 (counting): answers declarations of what to count. What a kind declared is read from its facts, a few dozen rows
 * whatever the ledger's size, plus the ragged days of the period from the rows; what the ledger knew at a time, from the same facts
 * less what was learned since; anything else (other dimensions, persons counted once) is one grouped query over the rows. All
 * ways give the same: a property test compares them.
 */
import type { CountQuery, CountRow, ListQuery } from '../domain/counting.js';
import type { CountedDeclaration, KindDeclaration, Value } from '../domain/kind.js';
import { columnList, columnsOf, type SqlValue, tableOf, valuesReader } from './columns.js';
import { cubeName, type Dimension, dimensionOf } from './cubes.js';
import type { Sqlite } from './database.js';
import { HeldDays } from './held-days.js';
import { changesSince, chosen, type RowQuestion, type Source, sourceOf } from './row-source.js';
import { spanOf } from './spans.js';

/** The period column of a day, a month or a year as text. */
const periodSql = (columns: CountQuery['columns'], day: string): string | null => {
  switch (columns) {
    case undefined:
      return null;
    case 'year':
      return `substr(${day}, 1, 4)`;
    case 'month':
      return `substr(${day}, 1, 7)`;
    case 'quarter':
      return `substr(${day}, 1, 4) || 'Q' || ((CAST(substr(${day}, 6, 2) AS INTEGER) + 2) / 3)`;
  }
};

/** Numbers by tuple, added up from several parts of the period. */
class Tally {
  private readonly numbers = new Map<string, { readonly row: CountRow; n: number; seen: number }>();

  /** A raw row: the values of `by`, the period where asked for, the amount, the number of records behind it. */
  add(raw: readonly SqlValue[], dims: number, withPeriod: boolean, sign: 1 | -1 = 1): void {
    const by = raw.slice(0, dims).map((value) => (value === '' || value === null ? null : String(value)));
    const period = withPeriod ? String(raw[dims] ?? '') : null;
    const key = [...by.map((value) => value ?? ''), period ?? ''].join('\u001f');
    const known = this.numbers.get(key);
    const amount = sign * Number(raw[raw.length - 2] ?? 0);
    const seen = sign * Number(raw[raw.length - 1] ?? 0);
    if (known === undefined) this.numbers.set(key, { row: { by, period, n: 0 }, n: amount, seen });
    else {
      known.n += amount;
      known.seen += seen;
    }
  }

  /** In one fixed order; what no record is behind is no row, save for a plain total. */
  rows(total: boolean): readonly CountRow[] {
    const found = [...this.numbers].filter(([, { seen }]) => seen !== 0 || total);
    if (total && found.length === 0) return [{ by: [], period: null, n: 0 }];
    return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { row, n }]) => ({ ...row, n }));
  }
}

export class Counting {
  private held: HeldDays | null = null;

  constructor(
    private readonly db: Sqlite,
    private readonly kinds: readonly KindDeclaration[],
  ) {}

  /** `fromFacts` false counts the records themselves, whatever is kept. */
  count(query: CountQuery, fromFacts = true): readonly CountRow[] {
    const kind = this.kind(query.kind);
    const tally = new Tally();
    const cube = fromFacts ? cubeFor(kind, query) : null;
    const since = cube === null ? null : changesSince(this.db, kind, query);
    if (cube === null || since === null) this.addRows(tally, kind, query, sourceOf(this.db, kind, query));
    else {
      for (const source of since.present) this.addRows(tally, kind, query, source, -1);
      for (const source of since.past) this.addRows(tally, kind, query, source);
      const span = spanOf(query.from, query.to, query.columns ?? null);
      if (span.facts.length > 0) this.addFacts(tally, kind, query, cube, span.facts);
      const { asOf: _, ...now } = query;
      for (const days of span.days) this.addRows(tally, kind, now, this.daysOf(kind, { ...now, ...days }));
    }
    return tally.rows(query.by.length === 0 && query.columns === undefined);
  }

  /** Values of the records asked for, by day and key. */
  list(query: ListQuery): readonly (readonly Value[])[] {
    const kind = this.kind(query.kind);
    const source = sourceOf(this.db, kind, query);
    const bound = query.limit === undefined ? source.bound : [...source.bound, query.limit];
    const valuesOf = kind.assessed ? withOutcome(kind) : valuesReader(kind);
    const rows = this.db
      .prepare(
        `SELECT ${columnList(kind, 'r.')} FROM ${source.from} WHERE ${source.where} ORDER BY r.day, r.key${query.limit === undefined ? '' : ' LIMIT ?'}`,
      )
      .raw()
      .all(...bound) as SqlValue[][];
    return rows.map(valuesOf);
  }

  /**
   * Several questions about the same days, as a table asks them: the rows of ragged days are fetched once, for all of them. Nothing
   * may be written meanwhile.
   */
  together<Result>(work: () => Result): Result {
    this.held = new HeldDays(this.db);
    try {
      return work();
    } finally {
      this.held.release();
      this.held = null;
    }
  }

  private daysOf(
    kind: KindDeclaration,
    question: RowQuestion & { readonly from: string; readonly to: string },
  ): Source {
    return this.held === null
      ? sourceOf(this.db, kind, question)
      : chosen(kind, question, `${this.held.tableOf(kind, question.from, question.to)} r`);
  }

  private kind(id: string): KindDeclaration {
    const kind = this.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`a count of an unknown kind ${id}`);
    return kind;
  }

  private addFacts(
    tally: Tally,
    kind: KindDeclaration,
    query: CountQuery,
    cube: CountedDeclaration,
    spans: ReturnType<typeof spanOf>['facts'],
  ): void {
    const columnOf = (id: string): string => `d${cube.by.indexOf(id) + 1}`;
    const period = periodSql(query.columns, `period || '-01-01'`);
    const selected = [...query.by.map(columnOf), ...(period === null ? [] : [period])];
    const amount = query.measure === 'records' ? 'n' : `sum_${query.measure.slice('sum:'.length)}`;
    // What the tuple is kept for holds of all its records.
    const open = Object.entries(query.where ?? {}).filter(([id]) => cube.by.includes(id));
    const filters = open.map(([id, values]) => ({
      sql: ` AND ${columnOf(id)} IN (${values.map(() => '?').join(', ')})`,
      values,
    }));
    const statement = this.db
      .prepare(
        `SELECT ${[...selected, `sum(${amount})`, 'sum(n)'].join(', ')} FROM stat_${tableOf(kind.id)}
         WHERE cube = ? AND grain = ? AND period BETWEEN ? AND ?${filters.map((filter) => filter.sql).join('')}${grouped(selected)}`,
      )
      .raw();
    for (const { grain, from, to } of spans) {
      const rows = statement.all(
        cubeName(cube),
        grain,
        from,
        to,
        ...filters.flatMap((filter) => filter.values),
      ) as SqlValue[][];
      for (const raw of rows) tally.add(raw, query.by.length, period !== null);
    }
  }

  /** Adds what a source has (sign 1), or takes it away (sign -1). */
  private addRows(tally: Tally, kind: KindDeclaration, query: CountQuery, source: Source, sign: 1 | -1 = 1): void {
    const joins: string[] = [];
    const selected = query.by.map((id, i) => {
      const dimension = dimensionOf(kind, id);
      if (!dimension.multiple) return textOf(dimension);
      // A value that a list has twice counts once.
      joins.push(
        ` LEFT JOIN json_each(r.${dimension.column}) j${i} ON j${i}.key = 0
          OR NOT EXISTS (SELECT 1 FROM json_each(r.${dimension.column}) e WHERE e.value = j${i}.value AND e.key < j${i}.key)`,
      );
      return `coalesce(j${i}.value, '')`;
    });
    const period = periodSql(query.columns, 'r.day');
    if (period !== null) selected.push(period);
    const rows = this.db
      .prepare(
        `SELECT ${[...selected, amountSql(kind, query.measure), 'count(*)'].join(', ')} FROM ${source.from}${joins.join('')}
         WHERE ${source.where}${period === null ? '' : ' AND r.day IS NOT NULL'}${grouped(selected)}`,
      )
      .raw()
      .all(...source.bound) as SqlValue[][];
    for (const raw of rows) tally.add(raw, query.by.length, period !== null, sign);
  }
}

/** Values of a lead, then its decision and the situations met. */
const withOutcome = (kind: KindDeclaration): ((row: readonly SqlValue[]) => readonly Value[]) => {
  const valuesOf = valuesReader(kind);
  const names = columnsOf(kind).map((column) => column.name);
  const [decision, met] = [names.indexOf('decision'), names.indexOf('met')];
  return (row) => {
    const situations = row[met];
    // Lists are kept as JSON that the ledger wrote itself.
    const told = typeof situations === 'string' ? (JSON.parse(situations) as readonly string[]) : null;
    return [...valuesOf(row), String(row[decision]), told];
  };
};

const grouped = (selected: readonly string[]): string =>
  selected.length === 0 ? '' : ` GROUP BY ${selected.map((_, i) => i + 1).join(', ')}`;

const textOf = ({ column, isNumber }: Dimension): string =>
  isNumber
    ? `coalesce(CAST(r.${column} AS TEXT), '')`
    : `coalesce(${column.includes('(') ? column : `r.${column}`}, '')`;

const amountSql = (kind: KindDeclaration, measure: CountQuery['measure']): string => {
  if (measure === 'records') return 'count(*)';
  const [, ids = ''] = measure.split(':');
  const columns = ids.split(',').map((id) => dimensionOf(kind, id));
  if (measure.startsWith('sum:')) return `coalesce(sum(r.${columns[0]?.column}), 0)`;
  return `count(DISTINCT ${columns.map(textOf).join(' || char(31) || ')})`;
};

/**
 * The declared tuple that answers a query, the smallest of several, or null. A dimension that is neither asked for nor filtered is
 * summed away, which holds for single values only; a list may be filtered by one value, for by several a record would count
 * once for each. A tuple of some records only (`only`) answers where the query asks for just these.
 */
const cubeFor = (kind: KindDeclaration, query: CountQuery): CountedDeclaration | null => {
  if (query.measure.startsWith('distinct:')) return null;
  if (query.measure !== 'records' && !kind.sums.includes(query.measure.slice('sum:'.length))) return null;
  const where = Object.entries(query.where ?? {});
  const isMultiple = (id: string): boolean => dimensionOf(kind, id).multiple;
  if (where.some(([id, values]) => isMultiple(id) && (values.length !== 1 || query.by.includes(id)))) return null;
  const wanted = new Set([...query.by, ...where.map(([id]) => id)]);
  const able = kind.counted.filter(
    ({ by, only }) =>
      Object.entries(only ?? {}).every(([id, values]) => isSame(query.where?.[id], values)) &&
      [...wanted].every((id) => by.includes(id) || (only?.[id] !== undefined && !query.by.includes(id))) &&
      by.every((id) => wanted.has(id) || !isMultiple(id)),
  );
  return able.reduce<CountedDeclaration | null>(
    (best, each) => (best === null || each.by.length < best.by.length ? each : best),
    null,
  );
};

const isSame = (some: readonly string[] | undefined, others: readonly string[]): boolean =>
  some !== undefined && some.length === others.length && others.every((value) => some.includes(value));
