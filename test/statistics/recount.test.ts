/**
 * Tables over a real ledger against a recount of the records as they stand: whatever is imported, amended and imported
 * again, in whatever order, the materialised counts tell what the records tell.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FieldDeclaration,
  fieldIndex,
  fieldsOf,
  type KindDeclaration,
  type Value,
} from '../../src/domain/kind.js';
import { KINDS } from '../../src/kinds/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { loadReference } from '../../src/reference/index.js';
import { TABLES } from '../../src/statistics/index.js';
import { assessed, importRecords, kindOf, openSample, record } from '../ledger/sample.js';
import { DATA } from '../reference/shipped.js';
import { answer, CONTEXT, type SmallLedger, type SmallRecord } from './small-ledger.js';

const day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2022, 10, 1 + n)).toISOString().slice(0, 10));

/** Values of a field of that kind; few, so that records meet under one key and in one cell of a table. */
const anyOf = (field: FieldDeclaration): fc.Arbitrary<Value> => {
  const choices =
    field.choices ?? (field.choicesFrom ? (SHIPPED[field.choicesFrom] ?? []).flatMap((each) => each.values) : null);
  switch (field.type) {
    case 'date':
      return day;
    case 'year':
      return fc.integer({ min: 2021, max: 2024 });
    case 'count':
      return fc.integer({ min: 0, max: 9 });
    case 'region':
      return fc.constantFrom('211100', '211122', '211103');
    case 'flag':
      return fc.constantFrom('是', '否');
    case 'period':
      return fc.constantFrom('2023', '2023Q2', '2024-05');
    case 'situations':
      return fc.subarray(['improper-performance', 'obstructing-evidence'], { minLength: 1 });
    case 'list':
      return fc.subarray([...(choices ?? ['甲', '乙', '丙'])].slice(0, 4), { minLength: 1 });
    case 'identity':
      return fc.constant('211122199001011234');
    default:
      return choices ? fc.constantFrom(...choices) : fc.constantFrom('甲', '乙', '丙');
  }
};

const SHIPPED = loadReference(DATA).choiceGroups;

/** Every field is always filled in, so that the newest row of a key is the record; only 编号 is not, which would be the key. */
const rowOf = (kind: KindDeclaration): fc.Arbitrary<SmallRecord> =>
  fc.record(Object.fromEntries(kind.fields.map((field) => [field.id, anyOf(field)])));

const keyOf = (kind: KindDeclaration, row: SmallRecord): string =>
  kind.key.map((part) => String(row[typeof part === 'string' ? part : (part[0] ?? '')])).join('\u001f');

interface File {
  readonly kind: string;
  readonly rows: readonly SmallRecord[];
}

const file: fc.Arbitrary<File> = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind.id),
    // Rows of one file that agree in a natural key are told apart by content; that is the ledger's own affair.
    rows: fc.uniqueArray<SmallRecord, string>(rowOf(kind), {
      minLength: 1,
      maxLength: 6,
      selector: (row) => keyOf(kind, row),
    }),
  }),
);

/** What the rule file of the test says: a decision that follows from the lead alone. */
const decisionOf = (lead: SmallRecord): 'transfer' | 'none' =>
  lead.source_channel === '行政复议' ? 'transfer' : 'none';
const metBy = (lead: SmallRecord): readonly string[] =>
  decisionOf(lead) === 'transfer' ? ['improper-performance'] : [];

const importFile = (ledger: Ledger, { kind: id, rows }: File): void => {
  const kind = kindOf(id);
  const fieldsFrom = (values: readonly Value[]): SmallRecord =>
    Object.fromEntries(fieldsOf(kind).map((field) => [field.id, values[fieldIndex(kind, field.id)] ?? null]));
  importRecords(
    ledger,
    id,
    rows.map((row, i) => record(kind, row, i + 1)),
    { assess: (values) => assessed(decisionOf(fieldsFrom(values)), metBy(fieldsFrom(values))) },
  );
};

/** The records as they stand after the files, by day then key, as lists come. */
const standing = (files: readonly File[]): SmallLedger => {
  const kinds = new Map<string, Map<string, SmallRecord>>();
  const seen = new Set<string>();
  for (const { kind, rows } of files) {
    const known = kinds.get(kind) ?? new Map<string, SmallRecord>();
    kinds.set(kind, known);
    for (const row of rows) {
      const key = keyOf(kindOf(kind), row);
      // A file imported again brings an older content of a record, which never undoes the newer one.
      const content = JSON.stringify([kind, row]);
      if (seen.has(content)) continue;
      seen.add(content);
      known.set(key, kind === 'lead' ? { ...row, decision: decisionOf(row), situation: metBy(row) } : row);
    }
  }
  const dayOf = (kind: string, row: SmallRecord): string => String(row[kindOf(kind).day ?? ''] ?? '');
  return Object.fromEntries(
    [...kinds].map(([kind, rows]) => [
      kind,
      [...rows]
        .sort(([a, left], [b, right]) => {
          const [first, second] = [dayOf(kind, left) + a, dayOf(kind, right) + b];
          return first < second ? -1 : first > second ? 1 : 0;
        })
        .map(([, row]) => row),
    ]),
  );
};

describe('every table', () => {
  it('equals a recount after imports, amendments and repeated imports in any order', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 10 }), fc.nat(), fc.option(day), (files, again, from) => {
        const ledger = openSample();
        const imported = [...files, ...files.slice(again % files.length, (again % files.length) + 1)];
        for (const each of imported) importFile(ledger, each);
        const records = standing(imported);
        const context = { ...CONTEXT, period: { from, to: null, title: '' }, choiceGroups: SHIPPED };
        for (const table of TABLES) {
          const queries = table.queries(context);
          const told = table.build(ledger.answer(queries), context);
          const recounted = table.build(
            queries.map((query) => answer(records, query)),
            context,
          );
          expect(told, table.id).toEqual(recounted);
        }
        expect(ledger.verify({ statistics: true }).problems).toEqual([]);
        ledger.close();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
