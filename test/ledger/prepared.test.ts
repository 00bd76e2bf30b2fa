/** Rows made ready by the reading thread are recorded by a way of their own; the ledger must not show which way a record came. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.js';
import { fieldIndex, type Value } from '../../src/domain/kind.js';
import type { ValidRecord } from '../../src/domain/record.js';
import { completer } from '../../src/kinds/completed.js';
import type { FileRequest, FileSession, RecordOutcome } from '../../src/ledger/index.js';
import { Arrivals } from '../../src/ledger/prepared.js';
import { Preparer } from '../../src/ledger/preparer.js';
import { assessed, kindOf, lead, openSample } from './sample.js';

const LEAD = kindOf('lead');
const RULES = { id: 'test', version: '1', sha256: 'ab', text: '', situations: [] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingji-prepared-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = fc.constantFrom('甲局', '乙局', '“引号”"', 'a\\b', '长'.repeat(300), '😀');
const row = fc.record({
  // Few numbers, so that many come again; one with what JSON must escape, one beyond the basic plane.
  no: fc.constantFrom('甲〔2024〕1号', '甲〔2024〕2号', 'B-3', 'C"4\\', '𠮷5', 'é6', 'N7', 'N8', 'N9'),
  found_on: fc.constantFrom('2024-05-08', '2024-05-09', '2023-12-31'),
  agency: text,
  region: fc.option(fc.constantFrom('211122', '211100')),
  level: fc.option(fc.constantFrom('市', '县区')),
  conduct: fc.option(fc.constantFrom('乱作为', '无')),
  issue_tags: fc.option(fc.subarray(['急难愁盼', '破坏营商环境'], { minLength: 1 })),
  remarks: fc.option(text),
  incomplete: fc.integer({ min: 0, max: 9 }),
});
type Row = typeof row extends fc.Arbitrary<infer Made> ? Made : never;

/** What is found depends on what the lead says, so that an amended one is assessed anew. */
const NONE = assessed();
const assess = (values: readonly Value[]): Assessment => {
  const agency = values[fieldIndex(LEAD, 'agency')];
  if (agency === '乙局') return assessed('transfer', ['obstructing-evidence', 'improper-performance']);
  if (agency !== '甲局') return NONE;
  const [hint] = assessed('review', ['interfering-in-case']).situations;
  return { ...NONE, decision: 'review', situations: hint ? [{ ...hint, outcome: 'hinted' }] : [], claimedUnmet: ['x'] };
};

const recordOf = ({ no, incomplete, ...fields }: Row, i: number): ValidRecord => {
  const made = lead(no, fields, i + 1);
  if (incomplete > 0) return made;
  const values = [...made.values];
  values[fieldIndex(LEAD, 'summary')] = null;
  const code = { path: '', code: 'field-blank', severity: 'error', message: '', hint: '' } as const;
  return { ...made, values, incomplete: [{ ...code, line: made.line, record: made.record }] };
};

type Way = (session: FileSession, batches: readonly (readonly ValidRecord[])[]) => readonly RecordOutcome[];

const complete = completer(LEAD, '211100');

const oneByOne: Way = (session, batches) =>
  batches.map((records) =>
    session.record(
      records,
      records.map((each) => assess(complete(each.values))),
      assess,
    ),
  );

/** The numbering of values begins anew every few of them. */
const prepared: Way = (session, batches) => {
  const preparer = new Preparer(LEAD, complete, RULES.sha256, 12);
  const arrivals = new Arrivals(LEAD);
  return batches.map((records) => {
    const assessments = records.map((each) => assess(complete(each.values)));
    return session.recordPrepared(arrivals.take(structuredClone(preparer.prepare(records, assessments))), assess);
  });
};

const tablesOf = (path: string): unknown => {
  const db = new Database(path, { readonly: true });
  try {
    const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
    return names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).raw().all()]);
  } finally {
    db.close();
  }
};

/** Files recorded in this way: the ledger's tables, and all that was told. */
const recordedBy = (way: Way, files: readonly (readonly Row[])[], request: Partial<FileRequest>, name: string) => {
  const path = join(folder, `${name}.db`);
  const ledger = openSample(path);
  const told = files.map((rows, n) => {
    const run = ledger.begin({ command: 'import', ruleFile: RULES });
    const session = run.file({
      path: `${n}.csv`,
      format: 'csv',
      encoding: 'utf-8',
      kind: 'lead',
      onChange: 'amend',
      clear: false,
      ...request,
    });
    const records = rows.map(recordOf);
    const outcomes = way(session, [records.slice(0, 4), records.slice(4)]);
    const sum = (of: (outcome: RecordOutcome) => number): number => outcomes.reduce((all, each) => all + of(each), 0);
    session.commit({
      read: rows.length,
      added: sum((each) => each.added),
      amended: sum((each) => each.amended),
      unchanged: sum((each) => each.unchanged),
      rejected: sum((each) => each.rejected.length),
    });
    run.end();
    // Leads of which there is nothing to say are counted only, on the short way.
    return outcomes.map(({ changes, nothingFound, ...rest }) => ({
      ...rest,
      nothing: nothingFound + changes.filter((each) => each.change === 'added' && each.decision === 'none').length,
      changes: changes.filter((each) => each.change !== 'added' || each.decision !== 'none'),
    }));
  });
  const problems = ledger.verify({ statistics: true }).problems;
  ledger.close();
  const tables = tablesOf(path);
  rmSync(path);
  return { told, problems, tables };
};

describe('rows prepared ahead', () => {
  it('leave the same ledger, byte by byte, and tell the same as records one by one, with repeats, amendments and refusals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('amend', 'keep', 'reject'),
        fc.boolean(),
        fc.boolean(),
        (files, onChange, clear, large) => {
          const request = { onChange, clear, large } as const;
          const one = recordedBy(oneByOne, files, request, 'one');
          const ahead = recordedBy(prepared, files, request, 'ahead');
          expect(ahead).toEqual(one);
          expect(one.problems).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
