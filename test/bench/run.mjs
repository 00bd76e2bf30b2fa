// `npm run bench -- [ROWS] [--pairs N]`: every bar of docs/performance.md in one table, as ratios within one run, never as an absolute
// time. The bars are for 1,000,000 leads (the default; half an hour); fewer leads give a quick run. Needs sqlite3 and iconv on the path
// (Debian: apt-get install sqlite3 libc-bin), and sqlite-utils (apt-get install sqlite-utils) for the one row that names it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLeads } from './leads.mjs';
import { found, median, notMeasured, printTable, ratiosOf, spread, timed } from './measure.mjs';
import { writeYaml } from './yaml-leads.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const words = process.argv.slice(2);
const pairs = words.includes('--pairs') ? Number(words[words.indexOf('--pairs') + 1]) : 5;
const rows = Number(words.find((word, i) => /^\d+$/.test(word) && words[i - 1] !== '--pairs') ?? 1_000_000);

const folder = mkdtempSync(join(tmpdir(), 'xingji-bench-'));
const at = (name) => join(folder, name);
const node = (...args) => timed(process.execPath, args);
const xingji = (ledger, ...args) => node('bin/xingji.js', '--ledger', ledger, ...args);
const importInto = (ledger, path) => xingji(ledger, 'import', path, '--kind', 'lead', '--json');

/** Imports into a ledger of its own, which is removed again. */
const importOnce = async (path) => {
  const taken = await importInto(at('once.db'), path);
  rmSync(at('once.db'));
  return taken;
};

const sheet = (count, name = `leads-${count}.csv`) => {
  writeLeads(count, at(name));
  return at(name);
};

/** The import itself; leaves a ledger of all leads for what follows, and gives its time. */
const importing = async (csv, ledger) => {
  const taken = [];
  const ratios = await ratiosOf(
    pairs,
    async () => {
      rmSync(ledger, { force: true });
      taken.push(await importInto(ledger, csv));
      return taken.at(-1);
    },
    async () => {
      rmSync(at('plain.db'), { force: true });
      return timed('sqlite3', [at('plain.db'), `.import --csv ${csv} leads`]);
    },
  );
  const seconds = median(taken.map((each) => each.seconds));
  found('import, against sqlite3 .import', median(ratios), 1.9, { note: spread(ratios) });
  if (spawnSync('sqlite-utils', ['--version']).error)
    notMeasured('sqlite-utils insert --csv, against the import', 'not on the path');
  else {
    const other = await timed('sqlite-utils', ['insert', at('utils.db'), 'leads', csv, '--csv']);
    rmSync(at('utils.db'));
    found('sqlite-utils insert --csv, against the import', other.seconds / seconds, 3, { least: true });
  }
  const peak = Math.max(...taken.map((each) => each.megabytes));
  found('peak memory of the import', peak, 300, { unit: ' MB' });
  if (rows > 100_000) {
    const { megabytes } = await importOnce(sheet(100_000));
    found('peak memory, against that of 100,000 leads', peak / megabytes, 1.3);
  }
  return seconds;
};

const otherEncoding = async (csv) => {
  spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030', '-o', at('gb.csv'), csv]);
  const ratios = await ratiosOf(
    pairs,
    () => importOnce(at('gb.csv')),
    () => importOnce(csv),
  );
  rmSync(at('gb.csv'));
  found('the same in GB18030, against UTF-8', median(ratios), 1.3, { note: spread(ratios) });
};

/** The yardstick holds 27 KB of memory a lead, so it is asked for no more than 100,000. */
const yaml = async () => {
  const count = Math.min(rows, 100_000);
  writeYaml(sheet(count, 'for-yaml.csv'), at('leads.yaml'));
  let peak = 0;
  const ratios = await ratiosOf(
    pairs,
    () => node('test/bench/yaml-leads.mjs', at('leads.yaml')),
    async () => {
      const taken = await importOnce(at('leads.yaml'));
      peak = Math.max(peak, taken.megabytes);
      return taken;
    },
  );
  found(`one yaml parse of ${count} leads, against their import`, median(ratios), 8, {
    least: true,
    note: spread(ratios),
  });
  found('peak memory of that import', peak, 400, { unit: ' MB' });
};

const engines = async () => {
  const measured = JSON.parse((await node('dist/bench/rule-engines.mjs', '--json')).printed);
  for (const [name, engine, bar] of [
    ['rules', 'json-rules-engine', 100],
    ['logic', 'json-logic-engine, compiled', 5],
  ])
    found(`${engine}, against checking, 500 phrases`, measured[`${name}500`], bar, {
      least: true,
      note: `with 50 phrases ${measured[`${name}50`].toFixed(1)} x`,
    });
  found('checking with 5,000 phrases, against 50', measured.phrases, 1.3);
  found('tables of 5,000 phrases', measured.megabytes, 32, { unit: ' MB' });
};

/** Each checking beside an import of the same leads: on a shared machine a minute's distance changes both. */
const checking = async (all) => {
  const count = Math.min(rows, 100_000);
  const csv = rows > count ? sheet(count) : all;
  const ofTime = [];
  const ofProcessor = [];
  for (let i = 0; i < pairs; i++) {
    const taken = Number((await node('dist/bench/checking.mjs', csv, String(count))).printed);
    const { seconds, processor } = await importOnce(csv);
    ofTime.push(taken / seconds);
    ofProcessor.push(taken / processor);
  }
  found('checking by the shipped rule file, against the import', median(ofTime), 1 / 6, {
    note: `processor time; ${median(ofProcessor).toFixed(2)} of that of the import's two threads`,
  });
};

/** A hundredth more leads, with numbers of their own. */
const appending = async (ledger, importSeconds) => {
  const count = Math.round(rows / 100);
  const path = sheet(count, 'more.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^XS/gm, 'XT'));
  const { seconds } = await importInto(ledger, path);
  found(`appending ${count} leads to ${rows}, against their import`, seconds / importSeconds, 1 / 20);
};

const tables = async (ledger) => {
  // Against counting the records: npm run bench:tables, which asks both ways within one process.
  const small = at('small.db');
  await importInto(small, sheet(Math.round(rows / 100), 'small.csv'));
  const table = (path, ...args) => xingji(path, 'report', 'leads-by-situation', '--json', ...args);
  const grown = await ratiosOf(
    pairs,
    () => table(ledger),
    () => table(small),
  );
  found(`a standard table at ${rows} leads, against ${Math.round(rows / 100)}`, median(grown), 1.5, {
    note: spread(grown),
  });
};

const verifying = async (ledger, importSeconds) => {
  const { seconds } = await xingji(ledger, 'ledger', 'verify', '--json');
  found('ledger verify, against the import', seconds / importSeconds, 1);
};

/** Start-up against bare node, by turns. */
const startUp = async () => {
  const ledger = at('panjin.db');
  cpSync('data/panjin', at('panjin'), { recursive: true });
  await xingji(ledger, 'import', at('panjin'), '--json');
  for (const [what, bar, args] of [
    ['xingji --help', 1.2, ['--help']],
    ['report of a small ledger as JSON', 1.5, ['--ledger', ledger, 'report', '--json']],
    ['report of a small ledger as a table', 1.5, ['--ledger', ledger, 'report']],
  ]) {
    const ratios = await ratiosOf(
      pairs * 4 + 1,
      () => node('bin/xingji.js', ...args),
      () => node('-e', '0'),
    );
    found(`${what}, against node -e 0`, median(ratios), bar, { note: `median of ${ratios.length}` });
  }
};

/** 500 letters from a ledger of leads of which one in thirty gets a letter, by the whole command. */
const letters = async () => {
  const ledger = at('letters.db');
  const listed = async () => JSON.parse((await xingji(ledger, 'notice', 'list', '--json')).printed).notices;
  await importInto(ledger, sheet(25_000, 'for-letters.csv'));
  const numbers = (await listed()).slice(0, 500).map(({ leadNo }) => leadNo);
  const out = at('letters');
  mkdirSync(out);
  const ratios = [];
  for (let i = 0; i < pairs; i++) {
    const { seconds } = await xingji(
      ledger,
      'notice',
      'render',
      ...numbers,
      '--format',
      'docx',
      '--out',
      out,
      '--json',
    );
    ratios.push(seconds / Number((await node('test/bench/letters.mjs', out)).printed));
  }
  found(`${numbers.length} letters as DOCX, against packing by docx`, median(ratios), 2, { note: spread(ratios) });
};

try {
  const csv = sheet(rows);
  const ledger = at('all.db');
  const seconds = await importing(csv, ledger);
  await verifying(ledger, seconds);
  await tables(ledger);
  await appending(ledger, seconds);
  rmSync(ledger);
  await otherEncoding(csv);
  await checking(csv);
  await yaml();
  await engines();
  await startUp();
  await letters();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printTable();
if (rows < 1_000_000) process.stdout.write(`The bars are for 1,000,000 leads; this was a quick run with ${rows}.\n`);
