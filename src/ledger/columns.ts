/**
 * The columns of a kind's table (记录表), generated from its declaration: a new kind or field needs no hand-written SQL. The fixed
 * columns come first, then the fields in declared order, then for leads the assessment (比对结果) in force. Hashes and the place
 * in the source are not here but in the journal, where the chain protects them.
 */
import { type FieldDeclaration, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';

export interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'BLOB';
  readonly notNull?: true;
}

/**
 * `journal` is the number of the journal row that recorded this revision: it ties row and journal together without an
 * index of its own. `run` tells when the ledger learned it. `natural_key` is filled for numbered kinds only.
 */
const FIXED: readonly Column[] = [
  { name: 'id', type: 'INTEGER' },
  { name: 'office', type: 'INTEGER', notNull: true },
  { name: 'key', type: 'TEXT', notNull: true },
  { name: 'natural_key', type: 'TEXT' },
  { name: 'revision', type: 'INTEGER', notNull: true },
  { name: 'journal', type: 'INTEGER', notNull: true },
  { name: 'run', type: 'INTEGER', notNull: true },
  { name: 'day', type: 'TEXT' },
  { name: 'voided', type: 'TEXT' },
];

/** `met`, `hinted`, `undetermined`: JSON lists of situation ids, null where empty. `assessment`: what else there is to say, null for most. */
export const ASSESSED: readonly Column[] = [
  { name: 'decision', type: 'TEXT' },
  { name: 'machine_decision', type: 'TEXT' },
  { name: 'met', type: 'TEXT' },
  { name: 'hinted', type: 'TEXT' },
  { name: 'undetermined', type: 'TEXT' },
  { name: 'assessment', type: 'TEXT' },
  { name: 'law_of', type: 'TEXT' },
  { name: 'law_of_assumed', type: 'INTEGER' },
  { name: 'rule_file', type: 'INTEGER' },
  { name: 'judgement', type: 'TEXT' },
];

export const FIXED_COUNT = FIXED.length;

export const tableOf = (kindId: string): string => kindId.replaceAll('-', '_');

const fieldColumn = (field: FieldDeclaration): Column => ({
  name: field.id,
  type: isNumber(field) ? 'INTEGER' : 'TEXT',
});

export const columnsOf = (kind: KindDeclaration): readonly Column[] => [
  ...FIXED,
  ...fieldsOf(kind).map(fieldColumn),
  ...(kind.assessed ? ASSESSED : []),
];

/** The column names as a SELECT lists them, each behind `alias.` where one is given. */
export const columnList = (kind: KindDeclaration, alias = ''): string =>
  columnsOf(kind)
    .map((column) => `${alias}${column.name}`)
    .join(', ');

export type SqlValue = string | number | Uint8Array | null;

/** True for the fields whose column holds a JSON list. */
export const isList = (field: FieldDeclaration): boolean => field.type === 'list' || field.type === 'situations';

/** True for the fields whose column holds a number. */
export const isNumber = (field: FieldDeclaration): boolean => field.type === 'year' || field.type === 'count';

/** Reads the fields of a row (a raw array in column order) back into values. */
export const valuesReader = (kind: KindDeclaration): ((row: readonly SqlValue[]) => Value[]) => {
  const fields = fieldsOf(kind);
  const lists = fields.flatMap((field, i) => (isList(field) ? [i] : []));
  return (row) => {
    // Field columns hold text, numbers or null; blobs are only in the journal.
    const values = row.slice(FIXED_COUNT, FIXED_COUNT + fields.length) as Value[];
    for (const i of lists) {
      const text = values[i];
      if (typeof text === 'string') values[i] = JSON.parse(text) as readonly string[];
    }
    return values;
  };
};
