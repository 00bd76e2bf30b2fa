// The build's last step (build.mjs): runs one of the program's scripts over the worked example in FOLDER and keeps the code that
// Node has compiled on the way. A process of its own for each script: what another has compiled would be kept too.
// Usage: node build-code.mjs SCRIPT FOLDER
import { resolve } from 'node:path';
import { keepCompiledCode, load } from './bin/load.js';

/** What people call most, by script (src/cli/uses.ts). Calls that may take their time are not here: what is kept is read at every start. */
const CALLS = {
  import: ['import panjin --json', 'import panjin/leads.csv'],
  report: ['report', 'report --json', 'report leads-by-situation --json'],
  program: ['lead list', 'notice list', 'due', 'nothing'],
};

const [script, folder] = process.argv.slice(2);
const { runCommandLine } = load(resolve(`dist/cli/${script}.cjs`));
for (const call of CALLS[script])
  await runCommandLine(
    call.split(' '),
    {
      write() {},
      say() {},
      stdin: process.stdin,
      environment: {},
      workingFolder: folder,
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
