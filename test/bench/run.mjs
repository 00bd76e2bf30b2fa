// `npm run bench`: ratios against a yardstick in the same run, never an absolute time. Needs sqlite3 on the path (Debian: apt-get
// install sqlite3). Usage: npm run bench -- [ROWS ...]   (default: 100000)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLeads } from './leads.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/xingji.js');
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const PAIRS = 3;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// Wall time and peak memory of one command, the latter as the kernel counted it for that child.
const timed = (command, args) => {
  const start = process.hrtime.bigint();
  const done = spawnSync('/usr/bin/env', ['-S', 'bash', '-c', 'TIMEFORMAT=; "$@" >/dev/null & pid=$!; peak=0; while kill -0 $pid 2>/dev/null; do now=$(awk "/VmHWM/{print \\$2}" /proc/$pid/status 2>/dev/null); [ -n "$now" ] && [ "$now" -gt "$peak" ] && peak=$now; sleep 0.05; done; wait $pid; code=$?; echo "peak=$peak" >&2; exit $code', 'bench', command, ...args], { encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.status !== 0 && done.status !== 1) throw new Error(`${command} ${args.join(' ')}: exit ${done.status}\n${done.stderr}`);
  return { seconds, megabytes: Number(/peak=(\d+)/.exec(done.stderr)?.[1] ?? 0) / 1024 };
};

const folder = mkdtempSync(join(tmpdir(), 'xingji-bench-'));
try {
  for (const rows of sizes.length > 0 ? sizes : [100_000]) {
    const csv = join(folder, `leads-${rows}.csv`);
    writeLeads(rows, csv);
    const ratios = [];
    let peak = 0;
    for (let i = 0; i < PAIRS; i++) {
      const [ours, theirs] = [join(folder, `x${i}.db`), join(folder, `s${i}.db`)];
      const import_ = timed(process.execPath, [program, '--ledger', ours, 'import', csv, '--kind', 'lead', '--json']);
      const yardstick = timed('sqlite3', [theirs, `.import --csv ${csv} leads`]);
      ratios.push(import_.seconds / yardstick.seconds);
      peak = Math.max(peak, import_.megabytes);
      if (i < PAIRS - 1) rmSync(ours);
      rmSync(theirs);
    }
    const ledger = join(folder, `x${PAIRS - 1}.db`);
    const size = Math.round(statSync(csv).size / 1e6);
    process.stdout.write(`import ${rows} leads (${size} MB): ${median(ratios).toFixed(2)} x sqlite3 .import (${ratios.map((r) => r.toFixed(2)).join(', ')}), peak ${Math.round(peak)} MB\n`);
    const bare = timed(process.execPath, ['-e', '0']).seconds;
    const report = timed(process.execPath, [program, '--ledger', ledger, 'report', 'by-situation', '--json']).seconds;
    process.stdout.write(`  a standard table on that ledger: ${(report / bare).toFixed(2)} x node -e 0\n`);
    rmSync(ledger);
  }
  const bare = median(Array.from({ length: 9 }, () => timed(process.execPath, ['-e', '0']).seconds));
  const help = median(Array.from({ length: 9 }, () => timed(process.execPath, [program, '--help']).seconds));
  process.stdout.write(`--help: ${(help / bare).toFixed(2)} x node -e 0\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
