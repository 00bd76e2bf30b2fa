/**
 * 计数 (counting): answers declarations of what to count. What a kind declared is read from its materialised facts, a few dozen
 * rows whatever the ledger's size; anything else (other dimensions, persons counted once, what the ledger knew then) is one grouped
 * query over indexed rows. Both ways must give the same: a property test compares them.
 */
import type { CountQuery, CountRow, ListQuery } from '../domain/counting.js';
import { fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import { columnsOf, isList, type SqlValue, tableOf } from './columns.js';
import { GRAINS } from './facts.js';
import type { Sqlite } from './open.js';
import { rowReader } from './rows.js';

interface Part {
  /** null: days of a broken month, counted from the records. */
  readonly grain: number | null;
  readonly from: string;
  readonly to: string;
}

const FIRST = '0000-00-00';
const LAST = '9999-99-99';

/** A span of days as whole years, whole months and the days of broken months. */
export const spanParts = (from: string | null, to: string | null, finest: 'year' | 'month' | 'quarter' | null): readonly Part[] => {
  if (from === null && to === null && finest === null) return [{ grain: GRAINS.all, from: '', to: '' }];
  const low = from ?? FIRST;
  const high = to ?? LAST;
  const monthFrom = low === FIRST || low.endsWith('-01') ? low.slice(0, 7) : nextMonth(low.slice(0, 7));
  const monthTo = high === LAST || isMonthEnd(high) ? high.slice(0, 7) : previousMonth(high.slice(0, 7));
  if (monthFrom > monthTo) return [{ grain: null, from: low, to: high }];
  const parts: Part[] = [];
  if (low !== FIRST && low < `${monthFrom}-01`) parts.push({ grain: null, from: low, to: `${previousMonth(monthFrom)}-31` });
  if (high !== LAST && high > `${monthTo}-31`) parts.push({ grain: null, from: `${nextMonth(monthTo)}-01`, to: high });
  const yearFrom = monthFrom.endsWith('-01') || low === FIRST ? monthFrom.slice(0, 4) : String(Number(monthFrom.slice(0, 4)) + 1).padStart(4, '0');
  const yearTo = monthTo.endsWith('-12') || high === LAST ? monthTo.slice(0, 4) : String(Number(monthTo.slice(0, 4)) - 1).padStart(4, '0');
  if (finest === 'month' || finest === 'quarter' || yearFrom > yearTo) return [...parts, { grain: GRAINS.month, from: monthFrom, to: monthTo }];
  if (monthFrom < `${yearFrom}-01` && low !== FIRST) parts.push({ grain: GRAINS.month, from: monthFrom, to: `${Number(yearFrom) - 1}-12` });
  if (monthTo > `${yearTo}-12` && high !== LAST) parts.push({ grain: GRAINS.month, from: `${Number(yearTo) + 1}-01`, to: monthTo });
  return [...parts, { grain: GRAINS.year, from: yearFrom, to: yearTo }];
};

const pad = (n: number): string => String(n).padStart(2, '0');

const nextMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${pad(number + 1)}`;
};

const previousMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${pad(number - 1)}`;
};

const isMonthEnd = (day: string): boolean => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month, 0)).getUTCDate() <= date;
};

/** SQL for the period column of a day-like text. */
const periodSql = (columns: CountQuery['columns'], day: string): string =>
  columns === 'year'
    ? `substr(${day}, 1, 4)`
    : columns === 'month'
      ? `substr(${day}, 1, 7)`
      : `substr(${day}, 1, 4) || 'Q' || ((CAST(substr(${day}, 6, 2) AS INTEGER) + 2) / 3)`;

export class Counting {
  constructor(
    private readonly db: Sqlite,
    private readonly kinds: readonly KindDeclaration[],
  ) {}

  count(query: CountQuery, factsAllowed = true): readonly CountRow[] {
    const kind = this.kind(query.kind);
    return (factsAllowed ? this.fromFacts(kind, query) : null) ?? this.fromRows(kind, query);
  }

  /** Values of the records asked for, by day and key. */
  list(query: ListQuery): readonly (readonly Value[])[] {
    const kind = this.kind(query.kind);
    const read = rowReader(kind);
    const { sql, bound } = this.source(kind, query);
    const rows = this.db
      .prepare(`SELECT ${columnsOf(kind).map((column) => column.name).join(', ')} FROM ${sql} ORDER BY day, key${query.limit === undefined ? '' : ' LIMIT ?'}`)
      .raw()
      .all(...bound, ...(query.limit === undefined ? [] : [query.limit])) as SqlValue[][];
    return rows.map((raw) => read(raw).values);
  }

  private kind(id: string): KindDeclaration {
    const kind = this.kinds.find((each) => each.id === id);
    if (!kind) throw new Error(`a count of an unknown kind ${id}`);
    return kind;
  }

  /** The answer from the facts, or null where no declared tuple has just the dimensions asked for. */
  private fromFacts(kind: KindDeclaration, query: CountQuery): readonly CountRow[] | null {
    const where = Object.entries(query.where ?? {});
    const amount = query.measure === 'records' ? 'n' : query.measure.startsWith('sum:') ? `sum_${query.measure.slice(4)}` : null;
    if (amount === null || query.asOf !== undefined || (amount !== 'n' && !kind.sums.includes(amount.slice(4)))) return null;
    const wanted = [...new Set([...query.by, ...where.map(([id]) => id)])];
    // A list filtered by several of its values would count a record once for each of them.
    if (where.some(([id, values]) => this.multiple(kind, id) && values.length > 1)) return null;
    if (wanted.some((id) => this.multiple(kind, id) && !query.by.includes(id) && where.length === 0)) return null;
    const cube = kind.counted.findIndex(({ by }) => by.length === wanted.length && wanted.every((id) => by.includes(id)));
    if (cube < 0) return null;
    const dims = kind.counted[cube]?.by ?? [];
    const columnOf = (id: string): string => `d${dims.indexOf(id) + 1}`;
    const period = query.columns === undefined ? null : periodSql(query.columns, `period || '-01-01'`);
    const parts = spanParts(query.from, query.to, query.columns ?? null);
    const rows = parts.flatMap((part) => (part.grain === null ? [...this.rowsBy(kind, { ...query, from: part.from, to: part.to })] : []));
    const whole = parts.filter((part) => part.grain !== null);
    if (whole.length > 0) {
      const bound: SqlValue[] = [cube];
      const spans = whole.map((part) => {
        bound.push(part.grain, part.from, part.to);
        return '(grain = ? AND period BETWEEN ? AND ?)';
      });
      const filters = where.map(([id, values]) => {
        bound.push(...values);
        return ` AND ${columnOf(id)} IN (${values.map(() => '?').join(', ')})`;
      });
      const selected = [...query.by.map(columnOf), ...(period === null ? [] : [period])];
      const sql = `SELECT ${[...selected, `coalesce(sum(${amount}), 0)`, 'coalesce(sum(n), 0)'].join(', ')} FROM stat_${tableOf(kind.id)}
        WHERE cube = ? AND (${spans.join(' OR ')})${filters.join('')}${selected.length > 0 ? ` GROUP BY ${selected.map((_, i) => i + 1).join(', ')}` : ''}`;
      rows.push(...(this.db.prepare(sql).raw().all(...bound) as SqlValue[][]));
    }
    return answered(rows, query);
  }

  private fromRows(kind: KindDeclaration, query: CountQuery): readonly CountRow[] {
    return answered(this.rowsBy(kind, query), query);
  }

  /** Grouped rows: dimensions, period where asked, amount, number of records. */
  private rowsBy(kind: KindDeclaration, query: CountQuery): readonly (readonly SqlValue[])[] {
    const { sql, bound } = this.source(kind, query);
    const joins: string[] = [];
    const dims = query.by.map((id, i) => {
      if (!this.multiple(kind, id)) return `coalesce(CAST(${this.column(kind, id)} AS TEXT), '')`;
      joins.push(` LEFT JOIN json_each(r.${this.column(kind, id)}) j${i}`);
      return `coalesce(j${i}.value, '')`;
    });
    const period = query.columns === undefined ? [] : [periodSql(query.columns, 'day')];
    const selected = [...dims, ...period];
    const amount = this.amount(kind, query.measure);
    const text = `SELECT ${[...selected, amount, 'count(*)'].join(', ')} FROM ${sql}${joins.join('')}
      ${period.length > 0 ? 'WHERE r.day IS NOT NULL' : ''}${selected.length > 0 ? ` GROUP BY ${selected.map((_, i) => i + 1).join(', ')}` : ''}`;
    return this.db.prepare(text).raw().all(...bound) as SqlValue[][];
  }

  private amount(kind: KindDeclaration, measure: CountQuery['measure']): string {
    if (measure === 'records') return 'count(*)';
    if (measure.startsWith('sum:')) return `coalesce(sum(${this.column(kind, measure.slice(4))}), 0)`;
    const parts = measure.slice('distinct:'.length).split(',').map((id) => `coalesce(CAST(${this.column(kind, id)} AS TEXT), '')`);
    return `count(DISTINCT ${parts.join(` || char(31) || `)})`;
  }

  /** The rows to count: present ones, or those that the ledger had at a time, in the span and through the filters. */
  private source(kind: KindDeclaration, query: { readonly from: string | null; readonly to: string | null; readonly where?: CountQuery['where']; readonly asOf?: string }): { readonly sql: string; readonly bound: SqlValue[] } {
    const table = tableOf(kind.id);
    const names = columnsOf(kind).map((column) => column.name).join(', ');
    const bound: SqlValue[] = [];
    let base = table;
    if (query.asOf !== undefined) {
      const last = Number(this.db.prepare('SELECT coalesce(max(last_journal), 0) FROM run WHERE time <= ?').pluck().get(query.asOf));
      base = `(SELECT ${names} FROM ${table} WHERE journal <= ? UNION ALL SELECT ${names} FROM ${table}_revision WHERE journal <= ? AND superseded_by > ?)`;
      bound.push(last, last, last);
    }
    const conditions = ['voided IS NULL'];
    if (query.from !== null) {
      conditions.push('day >= ?');
      bound.push(query.from);
    }
    if (query.to !== null) {
      conditions.push('day <= ?');
      bound.push(query.to);
    }
    for (const [id, values] of Object.entries(query.where ?? {})) {
      const marks = values.map(() => '?').join(', ');
      conditions.push(this.multiple(kind, id) ? `EXISTS (SELECT 1 FROM json_each(${this.column(kind, id)}) WHERE value IN (${marks}))` : `coalesce(CAST(${this.column(kind, id)} AS TEXT), '') IN (${marks})`);
      bound.push(...values);
    }
    return { sql: `(SELECT * FROM ${base} WHERE ${conditions.join(' AND ')}) r`, bound };
  }

  private multiple(kind: KindDeclaration, id: string): boolean {
    if (kind.assessed && id === 'situation') return true;
    const field = fieldsOf(kind)[fieldIndex(kind, id)];
    return field !== undefined && isList(field);
  }

  private column(kind: KindDeclaration, id: string): string {
    if (kind.assessed && id === 'situation') return 'met';
    if (kind.assessed && id === 'decision') return 'decision';
    if (fieldIndex(kind, id) < 0) throw new Error(`kind ${kind.id} has no field ${id}`);
    return id;
  }
}

/** Rows of one group added up, in one fixed order; nothing counted is no row, save for a plain total. */
const answered = (rows: readonly (readonly SqlValue[])[], query: CountQuery): readonly CountRow[] => {
  const dims = query.by.length;
  const total = dims === 0 && query.columns === undefined;
  const groups = new Map<string, { row: CountRow; n: number; seen: number }>();
  for (const raw of rows) {
    const by = raw.slice(0, dims).map((value) => (value === '' || value === null ? null : String(value)));
    const period = query.columns === undefined ? null : String(raw[dims] ?? '');
    const key = [...by.map((value) => value ?? ''), period ?? ''].join('\u001f');
    const group = groups.get(key) ?? { row: { by, period, n: 0 }, n: 0, seen: 0 };
    group.n += Number(raw[raw.length - 2] ?? 0);
    group.seen += Number(raw[raw.length - 1] ?? 0);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([, group]) => group.seen !== 0 || total)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, n }]) => ({ ...row, n }));
};
