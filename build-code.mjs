// The build's last step (build.mjs): runs the built program over the worked example in FOLDER and keeps the code that Node has
// compiled for it, for calls of one use. A process of its own for each use: what an earlier call compiled would be kept too.
// Usage: node build-code.mjs USE FOLDER
import { join, resolve } from 'node:path';
import { keepCompiledCode, load, loadFor } from './bin/load.js';

/** What people call most, by use (src/cli/uses.ts). Calls that may take their time are not here: what is kept is read at every start. */
const CALLS = {
  import: ['import panjin --json', 'import panjin/leads.csv'],
  report: ['report', 'report --json', 'report leads-by-situation --json'],
  other: ['lead list', 'notice list', 'due', 'nothing'],
};

const [use, folder] = process.argv.slice(2);
loadFor(use);
const { runCommandLine } = load(resolve('dist/cli/program.cjs'));
for (const call of CALLS[use])
  await runCommandLine(
    call.split(' '),
    {
      write() {},
      say() {},
      stdin: process.stdin,
      environment: {},
      workingFolder: join(folder),
      width: call === 'report' ? 80 : null,
      color: false,
      talkColor: false,
      talkIsTerminal: false,
      clock: () => '2026-06-28T09:00:00',
      login: () => 'build',
      onInterrupt: () => () => undefined,
    },
    resolve('.'),
  );
keepCompiledCode();
