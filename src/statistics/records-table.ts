/**
 * 记录明细 (record lists): records of a kind as a table, a column per field that any record fills. Hidden fields (反映人)
 * never appear, masked ones (身份证号) masked; regions and situations by name. Long text stays whole: render wraps it.
 */
import { type FieldDeclaration, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { Cell, ColumnType, TableBody, TableColumn, TableRow } from '../domain/table.js';
import { dimensionOf } from './dimension.js';
import type { StatisticsContext } from './table.js';

const masked = (text: string): string =>
  text.length > 8 ? `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}` : '*'.repeat(text.length);

const typeOf = (field: FieldDeclaration): ColumnType =>
  field.type === 'date' ? 'date' : field.type === 'count' ? 'count' : 'text';

/** Chinese names of the codes that records store: regions and situations. */
const codeTitles = (context: StatisticsContext): ReadonlyMap<string, string> =>
  new Map([
    ...context.regions.map((region): [string, string] => [region.code, region.name]),
    ...context.situations.map((situation): [string, string] => [situation.id, situation.name]),
  ]);

/** A stored value as a cell. */
const cellOf = (field: FieldDeclaration, value: Value | undefined, titles: ReadonlyMap<string, string>): Cell => {
  if (value === null || value === undefined) return null;
  if (field.type === 'year') return String(value);
  if (typeof value === 'number') return value;
  const coded = field.type === 'region' || field.type === 'situations';
  if (typeof value !== 'string') return value.map((part) => (coded ? (titles.get(part) ?? part) : part)).join('、');
  if (field.privacy === 'masked') return masked(value);
  return coded ? (titles.get(value) ?? value) : value;
};

/** Named columns of a kind over its records, in the order named. */
export const recordRows = (
  kind: KindDeclaration,
  fields: readonly FieldDeclaration[],
  records: readonly (readonly Value[])[],
  context: StatisticsContext,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } => {
  const titles = codeTitles(context);
  const places = fieldsOf(kind).map((field) => field.id);
  const picked = fields.map((field) => ({ field, place: places.indexOf(field.id) }));
  return {
    columns: fields.map((field) => ({ id: field.id, title: field.title, type: typeOf(field) })),
    rows: records.map((values) =>
      Object.fromEntries(picked.map(({ field, place }) => [field.id, cellOf(field, values[place], titles)])),
    ),
  };
};

/** 比对结论 and 情形 of leads, which a list query tells behind the fields: figures are counted by them. */
const outcomeRows = (
  kind: KindDeclaration,
  records: readonly (readonly Value[])[],
  context: StatisticsContext,
): readonly TableRow[] => {
  const at = fieldsOf(kind).length;
  const [decision, situation] = ['decision', 'situation'].map((id) => dimensionOf(kind, id, context));
  return records.map((values) => {
    const met = values[at + 1] ?? null;
    return {
      decision: decision?.titleOf(String(values[at])) ?? null,
      situation: Array.isArray(met) ? met.map((id) => situation?.titleOf(id)).join('、') : null,
    };
  });
};

const OUTCOME: readonly TableColumn[] = [
  { id: 'decision', title: '比对结论', type: 'text' },
  { id: 'situation', title: '情形', type: 'text' },
];

export const recordsTable = (
  kind: KindDeclaration,
  records: readonly (readonly Value[])[],
  context: StatisticsContext,
  listed?: readonly string[],
): TableBody => {
  const filled = fieldsOf(kind).filter(
    (field, place) =>
      (listed?.includes(field.id) ?? true) &&
      field.privacy !== 'hidden' &&
      records.some((values) => (values[place] ?? null) !== null),
  );
  const { columns, rows } = recordRows(kind, filled, records, context);
  if (!kind.assessed) return { columns, rows, totals: null };
  const outcomes = outcomeRows(kind, records, context);
  return {
    columns: [...columns, ...OUTCOME],
    rows: rows.map((row, i) => ({ ...row, ...outcomes[i] })),
    totals: null,
  };
};
