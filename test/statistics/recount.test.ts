/**
 * Tables over a real ledger against a recount of the records as they stand: whatever is imported, amended and imported
 * again, in whatever order, the materialised counts tell what the records tell.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/domain/kind.js';
import { fieldIndex, fieldsOf } from '../../src/domain/kind.js';
import type { Ledger } from '../../src/ledger/index.js';
import { TABLES } from '../../src/statistics/index.js';
import { assessed, importRecords, kindOf, openSample, record } from '../ledger/sample.js';
import { answer, CONTEXT, type SmallLedger, type SmallRecord } from './small-ledger.js';

const day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2022, 10, 1 + n)).toISOString().slice(0, 10));
const agency = fc.constantFrom('甲局', '乙局', '丙局');
const region = fc.constantFrom('211100', '211122', '211103');
const number = (prefix: string) => fc.integer({ min: 1, max: 6 }).map((n) => `${prefix}${n}`);

/** Every field is always filled in, so that the newest row of a key is the record. */
const ROWS = {
  lead: fc.record({
    lead_no: number('N'),
    source_channel: fc.constantFrom('行政复议', '法治督察'),
    found_on: day,
    agency,
    region,
    level: fc.constant('市'),
    agency_domain: fc.constantFrom('住建', '教育'),
    conduct: fc.constantFrom('行政不作为', '乱作为'),
    issue_tags: fc.subarray(['急难愁盼', '破坏营商环境'], { minLength: 1 }),
    summary: fc.constantFrom('（示例）一', '（示例）二'),
  }),
  correction: fc.record({
    case_no: number('C'),
    agency,
    area: fc.constantFrom('城管执法', '教育'),
    way: fc.constantFrom('撤销', '变更'),
    initiative: fc.constantFrom('主动纠错', '责令纠错'),
    effective_on: day,
  }),
  reconsideration: fc.record({
    case_no: number('R'),
    respondent: agency,
    area: fc.constantFrom('城管执法', '教育'),
    received_on: day,
    accepted_on: day,
    concluded_on: day,
    result: fc.constantFrom('撤销', '维持'),
  }),
  exam: fc.record({
    date: fc.constantFrom('2023-10-21', '2024-04-20'),
    category: fc.constant('行政执法资格考试'),
    agency,
    attended: fc.integer({ min: 0, max: 9 }),
    passed: fc.integer({ min: 0, max: 9 }),
  }),
} satisfies Readonly<Record<string, fc.Arbitrary<SmallRecord>>>;

const KEYS: Readonly<Record<keyof typeof ROWS, readonly string[]>> = {
  lead: ['lead_no'],
  correction: ['case_no'],
  reconsideration: ['case_no'],
  exam: ['date', 'category', 'agency'],
};

const keyOf = (kind: keyof typeof ROWS, row: SmallRecord): string =>
  KEYS[kind].map((field) => String(row[field])).join('\u001f');

interface File {
  readonly kind: keyof typeof ROWS;
  readonly rows: readonly SmallRecord[];
}

const file = fc.oneof(
  ...(Object.keys(ROWS) as (keyof typeof ROWS)[]).map((kind) =>
    fc.record({
      kind: fc.constant(kind),
      // Rows of one file that agree in a natural key are told apart by content; that is the ledger's own affair.
      rows: fc.uniqueArray<SmallRecord, string>(ROWS[kind], {
        minLength: 1,
        maxLength: 6,
        selector: (row) => keyOf(kind, row),
      }),
    }),
  ),
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
  const kinds = new Map<keyof typeof ROWS, Map<string, SmallRecord>>();
  const seen = new Set<string>();
  for (const { kind, rows } of files) {
    const known = kinds.get(kind) ?? new Map<string, SmallRecord>();
    kinds.set(kind, known);
    for (const row of rows) {
      const key = keyOf(kind, row);
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
      fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), fc.nat(), fc.option(day), (files, again, from) => {
        const ledger = openSample();
        const imported = [...files, ...files.slice(again % files.length, (again % files.length) + 1)];
        for (const each of imported) importFile(ledger, each);
        const records = standing(imported);
        const context = { ...CONTEXT, period: { from, to: null, title: '' } };
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
      { numRuns: 25 },
    );
  }, 60_000);
});
