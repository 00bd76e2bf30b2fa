/** Letters as the tables count them: in step with notices and leads whatever happens to either, and as they stood at a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountQuery } from '../../src/domain/counting.js';
import { fieldIndex } from '../../src/domain/kind.js';
import type { NoticeStepName } from '../../src/domain/notice-step.js';
import { letter } from '../../src/kinds/letter.js';
import type { Ledger } from '../../src/ledger/index.js';
import { importRecords, lead, openSample } from './sample.js';

const newest = (ledger: Ledger, leadNo: string) => ledger.notices({}).find((each) => each.leadNo === leadNo);

const step = (
  ledger: Ledger,
  leadNo: string,
  name: NoticeStepName,
  on: string,
  more: { receiver?: string } = {},
): void => {
  const run = ledger.begin({ command: 'notice' });
  const version = (newest(ledger, leadNo)?.version ?? 0) + (name === 'draft' || name === 'supplement' ? 1 : 0);
  run.recordNoticeSteps([
    {
      leadNo,
      version,
      step: name,
      on,
      leadRevision: 1,
      ...(name === 'issue' ? { number: `某移〔2024〕${leadNo.slice(1)}${version}号` } : {}),
      ...more,
    },
  ]);
  run.end();
};

const wholeCount = (by: readonly string[], where?: CountQuery['where'], asOf?: string): CountQuery => ({
  kind: 'letter',
  measure: 'records',
  by,
  from: null,
  to: null,
  ...(where ? { where } : {}),
  ...(asOf ? { asOf } : {}),
});

const NEXT = ['approve', 'issue', 'deliver', 'receive', 'return', 'withdraw', 'supplement'] as const;
const no = fc.integer({ min: 1, max: 4 }).map((n) => `N${n}`);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-05-${String(n).padStart(2, '0')}`);
const event = fc.oneof(
  fc.record({ what: fc.constant('lead' as const), no, day, region: fc.constantFrom('211100', '211122') }),
  fc.record({ what: fc.constant('step' as const), no, day, step: fc.constantFrom(...NEXT) }),
  fc.record({ what: fc.constant('void' as const), no }),
);

describe('移送函现况', () => {
  it('stands as notices and leads stand, and counts from facts as from rows, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 14 }), (events) => {
        const ledger = openSample();
        for (const each of events) {
          if (each.what === 'lead')
            importRecords(ledger, 'lead', [lead(each.no, { region: each.region, found_on: each.day })]);
          else if (each.what === 'step') {
            if (newest(ledger, each.no) === undefined) step(ledger, each.no, 'draft', each.day);
            else step(ledger, each.no, each.step, each.day, { receiver: '某县纪委监委' });
          } else if (ledger.lead(each.no)?.voided === null) {
            const run = ledger.begin({ command: 'record void' });
            run.void('lead', each.no, '重复登记');
            run.end();
          }
        }
        expect(ledger.verify({ statistics: true }).problems).toEqual([]);
        for (const { by, only } of letter.counted)
          expect(ledger.count([wholeCount(by, only)])).toEqual([ledger.countFromRecords(wholeCount(by, only))]);
        ledger.close();
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the newest version alone and follows the lead', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('N1', { region: '211122' })]);
    step(ledger, 'N1', 'draft', '2024-05-09');
    step(ledger, 'N1', 'issue', '2024-05-18', { receiver: '某县纪委监委' });
    expect(ledger.count([wholeCount(['region', 'issue_days'])])).toEqual([
      [{ by: ['211122', '10'], period: null, n: 1 }],
    ]);
    importRecords(ledger, 'lead', [lead('N1', { region: '211103', found_on: '2024-05-10' })]);
    expect(ledger.count([wholeCount(['region', 'issue_days'])])).toEqual([
      [{ by: ['211103', '8'], period: null, n: 1 }],
    ]);
    step(ledger, 'N1', 'supplement', '2024-05-19');
    expect(ledger.count([wholeCount(['state'])])).toEqual([[{ by: ['拟稿'], period: null, n: 1 }]]);
    ledger.close();
  });

  it('tells letters as the ledger knew them at a time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xingji-letters-'));
    const path = join(folder, 'l.db');
    const on = (now: string): Ledger => openSample(path, now);
    const first = on('2024-05-10T09:00:00');
    importRecords(first, 'lead', [lead('N1', { region: '211122' })]);
    step(first, 'N1', 'draft', '2024-05-10');
    first.close();
    const second = on('2024-05-12T09:00:00');
    step(second, 'N1', 'issue', '2024-05-12');
    importRecords(second, 'lead', [lead('N1', { region: '211103' })]);
    step(second, 'N1', 'supplement', '2024-05-12');
    step(second, 'N1', 'issue', '2024-05-12');
    second.close();
    const ledger = on('2024-05-20T09:00:00');
    const known = (asOf: string) =>
      ledger.count([wholeCount(['state', 'region', 'issued_on'], undefined, asOf)])[0]?.map(({ by }) => by);
    expect(known('2024-05-09')).toEqual([]);
    expect(known('2024-05-10')).toEqual([['拟稿', '211122', null]]);
    expect(known('2024-05-12')).toEqual([['已制发', '211103', '2024-05-12']]);
    const [row = []] = ledger.list({ kind: 'letter', from: null, to: null, asOf: '2024-05-10' });
    expect(row[fieldIndex(letter, 'lead_no')]).toBe('N1');
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a list that holds a value twice', () => {
  it('counts once under it, from facts as from rows', () => {
    const ledger = openSample();
    importRecords(ledger, 'lead', [lead('N1', { issue_tags: ['急难愁盼', '破坏营商环境', '急难愁盼'] })]);
    const query: CountQuery = { kind: 'lead', measure: 'records', by: ['issue_tags'], from: null, to: null };
    expect(ledger.countFromRecords(query).map(({ by, n }) => [...by, n])).toEqual([
      ['急难愁盼', 1],
      ['破坏营商环境', 1],
    ]);
    expect(ledger.count([query])).toEqual([ledger.countFromRecords(query)]);
    ledger.close();
  });
});
