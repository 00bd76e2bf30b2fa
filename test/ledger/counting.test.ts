import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountQuery } from '../../src/domain/counting.js';
import { fieldIndex } from '../../src/domain/kind.js';
import { spanOf } from '../../src/ledger/spans.js';
import { assessed, importRecords, kindOf, lead, openSample, record } from './sample.js';

const LEAD = kindOf('lead');
const SITUATIONS = ['improper-performance', 'obstructing-evidence'];

const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2022, 10, 1 + n)).toISOString().slice(0, 10));
const row = fc.record({
  no: fc.integer({ min: 1, max: 8 }),
  found_on: day,
  agency: fc.constantFrom('甲局', '乙局'),
  conduct: fc.option(fc.constantFrom('乱作为', '无')),
  tags: fc.option(fc.subarray(['急难愁盼', '破坏营商环境'], { minLength: 1 })),
  met: fc.subarray(SITUATIONS),
});

const queries = (from: string | null, to: string | null): CountQuery[] =>
  [[], ['agency'], ['situation'], ['issue_tags'], ['agency', 'conduct'], ['decision']].flatMap((by) =>
    ([undefined, 'year', 'quarter', 'month'] as const).map((columns) => ({
      kind: 'lead',
      measure: 'records' as const,
      by,
      from,
      to,
      ...(columns ? { columns } : {}),
    })),
  );

describe('counting', () => {
  it('gives the same from materialised facts and from the records, after imports, amendments and voids in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.option(day),
        fc.option(day),
        fc.integer({ min: 1, max: 8 }),
        (files, from, to, voided) => {
          const ledger = openSample();
          for (const rows of files) {
            const met = new Map(rows.map((each) => [`N${each.no}`, each.met]));
            importRecords(
              ledger,
              'lead',
              rows.map((each, i) =>
                lead(
                  `N${each.no}`,
                  { found_on: each.found_on, agency: each.agency, conduct: each.conduct, issue_tags: each.tags },
                  i + 1,
                ),
              ),
              {
                assess: (values) => {
                  const ids = met.get(String(values[fieldIndex(LEAD, 'lead_no')])) ?? [];
                  return assessed(ids.length > 0 ? 'transfer' : 'none', ids);
                },
              },
            );
          }
          if (ledger.lead(`N${voided}`)) {
            const run = ledger.begin({ command: 'record void' });
            run.void('lead', `N${voided}`, '重复登记');
            run.end();
          }
          expect(ledger.verify({ statistics: true }).problems).toEqual([]);
          // A query of dimensions that no kind declares is answered from the records, so the two ways meet here.
          for (const query of queries(from, to))
            expect(ledger.count([query])).toEqual([ledger.countFromRecords(query)]);
          ledger.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('adds up declared sums and filters by a second dimension', () => {
    const kind = kindOf('reconsideration-year');
    const ledger = openSample();
    const year = (area: string, y: number, received: number, n: number) =>
      record(kind, { region: '211100', area, year: y, received }, n);
    importRecords(ledger, 'reconsideration-year', [
      year('公安交管', 2022, 62, 1),
      year('公安交管', 2023, 5, 2),
      year('城管执法', 2022, 39, 3),
    ]);
    const [rows] = ledger.count([
      { kind: kind.id, measure: 'sum:received', by: ['area'], from: null, to: null, columns: 'year' },
    ]);
    expect(rows).toEqual([
      { by: ['公安交管'], period: '2022', n: 62 },
      { by: ['公安交管'], period: '2023', n: 5 },
      { by: ['城管执法'], period: '2022', n: 39 },
    ]);
    const [filtered] = ledger.count([
      { kind: kind.id, measure: 'sum:received', by: ['region'], from: null, to: null, where: { area: ['公安交管'] } },
    ]);
    expect(filtered).toEqual([{ by: ['211100'], period: null, n: 67 }]);
  });

  it('counts a person under several rows once', () => {
    const kind = kindOf('accountability');
    const ledger = openSample();
    const person = (name: string, measure: string, n: number) =>
      record(
        kind,
        {
          case_no: 'C1',
          name,
          agency: '甲局',
          post: '局长',
          rank: '县处级',
          measures: [measure],
          decided_on: '2024-01-02',
        },
        n,
      );
    importRecords(ledger, 'accountability', [
      person('陈某', '政务记过', 1),
      person('陈某', '诫勉', 2),
      person('李某', '诫勉', 3),
    ]);
    expect(
      ledger.count([
        { kind: kind.id, measure: 'distinct:case_no,lead_no,name,post,agency', by: ['rank'], from: null, to: null },
      ]),
    ).toEqual([[{ by: ['县处级'], period: null, n: 2 }]]);
  });

  it('counts what the ledger knew at a time, apart from when things happened', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('A1', { agency: '甲局' })]);
    const known = ledger.count([
      { kind: 'lead', measure: 'records', by: ['agency'], from: null, to: null, asOf: '2024-05-20T09:00:00' },
    ]);
    const before = ledger.count([
      { kind: 'lead', measure: 'records', by: ['agency'], from: null, to: null, asOf: '2024-05-19T09:00:00' },
    ]);
    expect(known).toEqual([[{ by: ['甲局'], period: null, n: 1 }]]);
    expect(before).toEqual([[]]);
  });

  it('tells what was known at any time from the facts and what was learned since, as from the records', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.option(day),
        (files, voided, from) => {
          const folder = mkdtempSync(join(tmpdir(), 'xingji-known-'));
          const path = join(folder, 'l.db');
          const at = (n: number): string => `2024-05-${String(n + 1).padStart(2, '0')}T09:00:00`;
          const open = (n: number) => openSample(path, at(n));
          files.forEach((rows, n) => {
            const ledger = open(n);
            importRecords(
              ledger,
              'lead',
              rows.map(({ no, tags, ...each }, i) =>
                lead(`N${no}`, { found_on: each.found_on, agency: each.agency, issue_tags: tags }, i + 1),
              ),
            );
            if (n === 1 && ledger.lead(`N${voided}`)) {
              const run = ledger.begin({ command: 'record void' });
              run.void('lead', `N${voided}`, '重复登记');
              run.end();
            }
            ledger.close();
          });
          const ledger = open(files.length);
          for (let n = 0; n <= files.length; n++)
            for (const query of queries(from, null)) {
              const asked = { ...query, asOf: at(n) };
              expect(ledger.count([asked])).toEqual([ledger.countFromRecords(asked)]);
            }
          ledger.close();
          rmSync(folder, { recursive: true, force: true });
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('covers every day of a span exactly once with years, months and days', () => {
    const covered = ({ facts, days }: ReturnType<typeof spanOf>, iso: string): number =>
      facts.filter(({ grain, from, to }) => {
        const period = grain === 1 ? iso.slice(0, 4) : iso.slice(0, 7);
        return period >= from && period <= to;
      }).length + days.filter(({ from, to }) => iso >= from && iso <= to).length;
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(null, 'month' as const, 'year' as const), (a, b, at, finest) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(covered(spanOf(from, to, finest), at)).toBe(at >= from && at <= to ? 1 : 0);
        expect(covered(spanOf(from, null, finest), at)).toBe(at >= from ? 1 : 0);
        expect(covered(spanOf(null, to, finest), at)).toBe(at <= to ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });
});
