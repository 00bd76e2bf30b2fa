// `npm run bench`: ratios against a yardstick in the same run, never an absolute time. Needs sqlite3 and iconv on the path
// (Debian: apt-get install sqlite3 libc-bin). Usage: npm run bench -- [ROWS ...]   (default: 100000)
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLeads } from './leads.mjs';
import { writeYaml } from './yaml-leads.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/xingji.js');
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const PAIRS = 3;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// Wall time and peak memory (the kernel's own high-water mark, read while the child runs) of one command.
const timed = (command, args) =>
  new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let peak = 0;
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    const look = setInterval(() => {
      try {
        peak = Math.max(
          peak,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
        );
      } catch {
        // Not Linux, or the child has just ended: the time is still told.
      }
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code !== 0 && code !== 1) reject(new Error(`${command} ${args.join(' ')}: exit ${code}\n${said}`));
      else resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, megabytes: peak / 1024 });
    });
  });

const repeated = async (times, work) => {
  const seconds = [];
  for (let i = 0; i < times; i++) seconds.push((await work()).seconds);
  return median(seconds);
};

/** Imports into a ledger of its own, which is removed again. */
const importOnce = async (path, ledger) => {
  const taken = await timed(process.execPath, [
    program,
    '--ledger',
    ledger,
    'import',
    path,
    '--kind',
    'lead',
    '--json',
  ]);
  rmSync(ledger);
  return taken;
};

/** The same leads in the encoding of old sheets, and as YAML against one parse of the file by the yaml package. */
const otherFormats = async (csv, rows) => {
  const [gb, yaml, ledger] = [`${csv}.gb.csv`, `${csv}.yaml`, `${csv}.db`];
  spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030', '-o', gb, csv]);
  const ratios = [];
  for (let i = 0; i < PAIRS; i++) {
    const utf8 = await importOnce(csv, ledger);
    ratios.push((await importOnce(gb, ledger)).seconds / utf8.seconds);
  }
  process.stdout.write(`  the same in GB18030: ${median(ratios).toFixed(2)} x that import\n`);
  rmSync(gb);
  // The yardstick holds 27 KB of memory a lead, so it is not asked for more.
  if (rows > 100_000) return;
  writeYaml(csv, yaml);
  const parsed = await timed(process.execPath, [join(root, 'test/bench/yaml-leads.mjs'), yaml]);
  const imported = await importOnce(yaml, ledger);
  process.stdout.write(
    `  the same as YAML: one yaml parse takes ${(parsed.seconds / imported.seconds).toFixed(1)} x the import, ` +
      `peak ${Math.round(imported.megabytes)} MB (yaml: ${Math.round(parsed.megabytes)} MB)\n`,
  );
  rmSync(yaml);
};

/** Start-up against bare node, run by turns: --help, and the overview and a table of a small ledger. */
const startUp = async () => {
  const ledger = join(folder, 'small.db');
  const data = join(folder, 'panjin');
  cpSync(join(root, 'data/panjin'), data, { recursive: true });
  await timed(process.execPath, [program, '--ledger', ledger, 'import', data, '--json']);
  const calls = [['--help'], ['--ledger', ledger, 'report', '--json'], ['--ledger', ledger, 'report']];
  const ratios = calls.map(() => []);
  for (let i = 0; i < 11; i++) {
    const bare = await timed(process.execPath, ['-e', '0']);
    for (const [at, args] of calls.entries())
      ratios[at].push((await timed(process.execPath, [program, ...args])).seconds / bare.seconds);
  }
  const [help, json, table] = ratios.map((each) => median(each).toFixed(2));
  process.stdout.write(
    `start, x node -e 0: --help ${help}, report of a small ledger ${json} as JSON, ${table} as a table\n`,
  );
};

const folder = mkdtempSync(join(tmpdir(), 'xingji-bench-'));
try {
  for (const rows of sizes.length > 0 ? sizes : [100_000]) {
    const csv = join(folder, `leads-${rows}.csv`);
    writeLeads(rows, csv);
    const ratios = [];
    let peak = 0;
    let last = 1;
    for (let i = 0; i < PAIRS; i++) {
      const [ours, theirs] = [join(folder, `x${i}.db`), join(folder, `s${i}.db`)];
      const import_ = await timed(process.execPath, [
        program,
        '--ledger',
        ours,
        'import',
        csv,
        '--kind',
        'lead',
        '--json',
      ]);
      const yardstick = await timed('sqlite3', [theirs, `.import --csv ${csv} leads`]);
      ratios.push(import_.seconds / yardstick.seconds);
      peak = Math.max(peak, import_.megabytes);
      last = import_.seconds;
      if (i < PAIRS - 1) rmSync(ours);
      rmSync(theirs);
    }
    const ledger = join(folder, `x${PAIRS - 1}.db`);
    const size = Math.round(statSync(csv).size / 1e6);
    process.stdout.write(
      `import ${rows} leads (${size} MB): ${median(ratios).toFixed(2)} x sqlite3 .import (${ratios.map((r) => r.toFixed(2)).join(', ')}), peak ${Math.round(peak)} MB\n`,
    );
    const bare = await repeated(5, () => timed(process.execPath, ['-e', '0']));
    const report = await repeated(5, () =>
      timed(process.execPath, [program, '--ledger', ledger, 'report', 'leads-by-situation', '--json']),
    );
    process.stdout.write(`  a standard table on that ledger: ${(report / bare).toFixed(2)} x node -e 0\n`);
    const verify = await timed(process.execPath, [program, '--ledger', ledger, 'ledger', 'verify', '--json']);
    process.stdout.write(`  ledger verify: ${(verify.seconds / last).toFixed(2)} x that import\n`);
    rmSync(ledger);
    await otherFormats(csv, rows);
  }
  await startUp();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
