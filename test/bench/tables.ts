/**
 * Measures every standard table on ledgers of different size: with the counts that the ledger keeps, and counted from the records. Not
 * part of the program; `npm run bench:tables -- SMALL.db LARGE.db`. Both ledgers are only read.
 */
import { resolve } from 'node:path';
import type { StatisticsQuery } from '../../src/domain/answering.js';
import type { Ledger } from '../../src/ledger/index.js';
import { contextOf } from '../../src/pipeline/report-context.js';
import { openWorkspace } from '../../src/pipeline/workspace.js';
import { TABLES } from '../../src/statistics/index.js';

const RUNS = 3;

const bestOf = (work: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const begin = performance.now();
    work();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
};

const fromRecords = (ledger: Ledger, queries: readonly StatisticsQuery[]): void => {
  for (const query of queries)
    if ('measure' in query) ledger.countFromRecords(query);
    else ledger.list(query);
};

const out = (line: string): void => void process.stdout.write(`${line}\n`);

const opened = process.argv.slice(2).map((path) => {
  const workspace = openWorkspace({
    programRoot: process.cwd(),
    workingFolder: process.cwd(),
    now: '2099-01-01T00:00:00',
    operator: 'bench',
    ledger: resolve(path),
  });
  const ledger = workspace.open('read');
  const scope = { period: null, from: null, to: null, by: [], columns: null, compare: null };
  return { ledger, context: contextOf(workspace, ledger, { ...scope, asOf: null, region: null, agency: null }) };
});
const [small, large] = opened;
if (!small || !large) throw new Error('npm run bench:tables -- SMALL.db LARGE.db');

out(`${'table'.padEnd(34)}  small ms  large ms  large from records ms  records / kept`);
for (const table of TABLES) {
  const [few, many] = [small, large].map(({ ledger, context }) => {
    const queries = table.queries(context);
    return bestOf(() => ledger.answer(queries));
  });
  const queries = table.queries(large.context);
  const begin = performance.now();
  fromRecords(large.ledger, queries);
  const counted = performance.now() - begin;
  const kept = many ?? 0;
  out(
    `${table.id.padEnd(34)}${(few ?? 0).toFixed(2).padStart(10)}${kept.toFixed(2).padStart(10)}${counted.toFixed(1).padStart(23)}${(counted / kept).toFixed(0).padStart(16)}`,
  );
}
for (const { ledger } of opened) ledger.close();
