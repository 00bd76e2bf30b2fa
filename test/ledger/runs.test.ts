import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CountQuery } from '../../src/domain/counting.js';
import type { KindDeclaration } from '../../src/domain/kind.js';
import { KINDS } from '../../src/kinds/index.js';
import { type Ledger, openLedger, type Run } from '../../src/ledger/index.js';
import { assessed, importRecords, kindOf, lead, openSample, record, sampleOptions } from './sample.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingji-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const total: CountQuery = { kind: 'lead', measure: 'records', by: [], from: null, to: null };
const totalOf = (ledger: Ledger): number => ledger.count([total])[0]?.[0]?.n ?? -1;

const recorded = (run: Run, path: string, leadNos: readonly string[], keep: boolean, large = false): void => {
  const file = {
    path,
    format: 'csv',
    encoding: 'utf-8',
    kind: 'lead',
    onChange: 'amend',
    clear: false,
    large,
  } as const;
  const session = run.file(file);
  const records = leadNos.map((leadNo, i) => lead(leadNo, {}, i + 1));
  session.record(
    records,
    records.map(() => assessed()),
    () => assessed(),
  );
  const read = records.length;
  if (keep) session.commit({ read, added: read, amended: 0, unchanged: 0, rejected: 0 });
  else session.rollback();
};

describe('a run of several files', () => {
  it('keeps the files before and after one that was taken back, in one transaction as in several', () => {
    for (const atomic of [false, true]) {
      const ledger = openSample();
      const run = ledger.begin({ command: 'import', atomic });
      recorded(run, 'a.csv', ['A1', 'A2'], true);
      recorded(run, 'b.csv', ['B1'], false);
      recorded(run, 'c.csv', ['C1'], true);
      run.end();
      expect(totalOf(ledger)).toBe(3);
      expect(ledger.runs()).toMatchObject([{ read: 3, added: 3, files: [{ path: 'a.csv' }, { path: 'c.csv' }] }]);
      expect(ledger.verify({ statistics: true }).problems).toEqual([]);
    }
  });

  it('leaves nothing when it is taken back whole, not even itself', () => {
    const ledger = openSample();
    const run = ledger.begin({ command: 'import', atomic: true });
    recorded(run, 'a.csv', ['A1'], true);
    run.rollback();
    expect([totalOf(ledger), ledger.runs()]).toEqual([0, []]);
    expect(ledger.verify({ statistics: true }).problems).toEqual([]);
  });

  it('builds the same ledger from a large first file as from small ones', () => {
    const numbers = Array.from({ length: 1100 }, (_, i) => `N${i}`);
    const large = openSample();
    recorded(large.begin({ command: 'import' }), 'all.csv', numbers, true, true);
    const small = openSample();
    for (let i = 0; i < numbers.length; i += 100) {
      const run = small.begin({ command: 'import' });
      recorded(run, 'part.csv', numbers.slice(i, i + 100), true);
      run.end();
    }
    expect(large.list({ kind: 'lead', from: null, to: null })).toEqual(
      small.list({ kind: 'lead', from: null, to: null }),
    );
    expect(large.verify({ statistics: true })).toMatchObject({ ok: true, records: 1100 });
    expect(importRecords(large, 'lead', [lead('N7')])).toMatchObject({ unchanged: 1 });
  });
});

describe('what the ledger knew at a time', () => {
  it('is what it told then, whatever was added, amended and voided since', () => {
    const row = fc.record({ no: fc.integer({ min: 1, max: 5 }), agency: fc.constantFrom('甲局', '乙局') });
    const byAgency: CountQuery = { ...total, by: ['agency'] };
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (files) => {
        const path = join(folder, `${fc.sample(fc.uuid(), 1)[0]}.db`);
        const told = files.map((rows, day) => {
          const ledger = openSample(path, `2024-06-${10 + day}T09:00:00`);
          importRecords(
            ledger,
            'lead',
            rows.map((each, i) => lead(`N${each.no}`, { agency: each.agency }, i + 1)),
          );
          const answer = ledger.count([byAgency]);
          ledger.close();
          return answer;
        });
        const ledger = openSample(path, '2024-07-01T09:00:00');
        const voiding = ledger.begin({ command: 'record void' });
        voiding.void('lead', `N${files[0]?.[0]?.no}`, '重复登记');
        voiding.end();
        for (const [day, answer] of told.entries())
          expect(ledger.count([{ ...byAgency, asOf: `2024-06-${10 + day}` }])).toEqual(answer);
        ledger.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('opening a ledger', () => {
  const path = (): string => join(folder, 'l.db');
  const widened = (change: (kind: KindDeclaration) => KindDeclaration): readonly KindDeclaration[] =>
    KINDS.map((kind) => (kind.id === 'typical-case' ? change(kind) : kind));
  const kind = kindOf('typical-case');
  const filled = (): void => {
    const ledger = openSample(path());
    importRecords(ledger, kind.id, [
      record(kind, { case_no: '1', title: '甲', published_on: '2024-01-02', organ: '某纪委' }, 1),
      record(kind, { case_no: '2', title: '乙', published_on: '2024-02-02', organ: '某监委' }, 2),
    ]);
    ledger.close();
  };

  it('adds a field and a tuple that a kind has gained, and what was recorded before still verifies', () => {
    filled();
    const kinds = widened((each) => ({
      ...each,
      fields: [{ id: 'added', title: '新栏', type: 'text', doc: '' }, ...each.fields],
      counted: [...each.counted, { by: ['organ'] }],
    }));
    const ledger = openLedger(sampleOptions({ path: path(), kinds, mode: 'read' }));
    expect(ledger.verify({ statistics: true })).toMatchObject({ ok: true, records: 2 });
    expect(ledger.count([{ kind: kind.id, measure: 'records', by: ['organ'], from: null, to: null }])[0]).toHaveLength(
      2,
    );
    ledger.close();
  });

  it('refuses a ledger with columns that only a newer program knows', () => {
    const kinds = widened((each) => ({
      ...each,
      fields: [...each.fields, { id: 'later', title: '以后的栏', type: 'text', doc: '' }],
    }));
    openLedger(sampleOptions({ path: path(), kinds })).close();
    expect(() => openSample(path())).toThrow('更新版本');
  });

  it('says so where there is no ledger to read', () => {
    expect(() => openLedger(sampleOptions({ path: path(), mode: 'read' }))).toThrow('没有台账文件');
  });

  it('gives the office its right name when a config is written later, and stays the same ledger', () => {
    filled();
    const ledger = openLedger(sampleOptions({ path: path(), office: { region: '211122', name: '改名后的办公室' } }));
    expect(
      importRecords(ledger, kind.id, [
        record(kind, { case_no: '1', title: '甲', published_on: '2024-01-02', organ: '某纪委' }),
      ]),
    ).toMatchObject({ unchanged: 1 });
    expect(ledger.verify()).toMatchObject({ ok: true });
    ledger.close();
  });
});
