// What the benchmarks share: commands timed, pairs compared, and the table in which everything found is printed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Ticks a second in /proc: the kernel's fixed unit for programs. */
const TICKS = 100;

/**
 * Wall time, processor time of all threads and peak memory of one command, and what it printed. The last two are read from /proc while
 * the child runs: the kernel's own figures, up to 20 ms old.
 */
export const timed = (command, args) =>
  new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    // Pipes: as a script or another program reads it.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let peak = 0;
    let processor = 0;
    const printed = ['', ''];
    child.stdout.on('data', (data) => (printed[0] += data));
    child.stderr.on('data', (data) => (printed[1] += data));
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
        // User and system time, the 12th and 13th field behind the name in brackets.
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        processor = (Number(fields[11]) + Number(fields[12])) / TICKS || processor;
      } catch {
        // Not Linux, or the child has just ended: the time is still told.
      }
    }, 20);
    let seconds = 0;
    child.on('error', reject);
    child.on('exit', () => {
      seconds = Number(process.hrtime.bigint() - start) / 1e9;
      clearInterval(look);
    });
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) reject(new Error(`${command} ${args.join(' ')}: exit ${code}\n${printed[1]}`));
      else resolve({ seconds, processor, megabytes: peak / 1024, printed: printed[0] });
    });
  });

/** How much longer `first` takes than `second`, by turns, pair by pair. */
export const ratiosOf = async (pairs, first, second) => {
  const ratios = [];
  for (let i = 0; i < pairs; i++) {
    const taken = await first();
    ratios.push(taken.seconds / (await second()).seconds);
  }
  return ratios;
};

const rounded = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** One line of the table. `least`: the bar is a lower limit. `note` tells what else there is to know. */
const rows = [];
export const found = (what, value, bar, { unit = ' x', least = false, note = '' } = {}) => {
  const met = least ? value >= bar : value <= bar;
  rows.push([
    what,
    `${rounded(value)}${unit}`,
    `${least ? '>=' : '<='} ${rounded(bar)}${unit}`,
    met ? 'met' : 'NOT MET',
    note,
  ]);
  process.stderr.write(`${rows.at(-1).join(' | ')}\n`);
};
export const notMeasured = (what, why) => rows.push([what, '-', '-', 'not measured', why]);

export const spread = (ratios) =>
  ratios.length > 1
    ? `pairs ${[...ratios]
        .sort((a, b) => a - b)
        .map(rounded)
        .join(', ')}`
    : '';

export const printTable = () => {
  const head = ['what', 'found', 'bar', '', 'note'];
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  for (const row of all)
    process.stdout.write(
      `${row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd()}\n`,
    );
};
