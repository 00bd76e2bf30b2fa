// `npm run bench`: ratios against a yardstick in the same run, never an absolute time. Needs sqlite3 on the path (Debian: apt-get
// install sqlite3). Usage: npm run bench -- [ROWS ...]   (default: 100000)
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLeads } from './leads.mjs';

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
      timed(process.execPath, [program, '--ledger', ledger, 'report', 'by-situation', '--json']),
    );
    process.stdout.write(`  a standard table on that ledger: ${(report / bare).toFixed(2)} x node -e 0\n`);
    const verify = await timed(process.execPath, [program, '--ledger', ledger, 'ledger', 'verify', '--json']);
    process.stdout.write(`  ledger verify: ${(verify.seconds / last).toFixed(2)} x that import\n`);
    rmSync(ledger);
  }
  const bare = await repeated(9, () => timed(process.execPath, ['-e', '0']));
  const help = await repeated(9, () => timed(process.execPath, [program, '--help']));
  process.stdout.write(`--help: ${(help / bare).toFixed(2)} x node -e 0\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
