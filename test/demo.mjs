// `npm run demo`: imports the worked example into a new ledger in a throw-away folder and shows what a clerk and an analyst see.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xingji-demo-'));
const ledger = join(folder, 'xingji.db');
const letters = join(folder, '移送函');

const xingji = (...args) => {
  const { status } = spawnSync(process.execPath, [join(root, 'bin/xingji.js'), '--ledger', ledger, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 70);
  process.stdout.write('\n');
};

xingji('import', 'data/panjin');
xingji('report');
xingji('notice', 'render', '--all', '--out', letters);
process.stdout.write(
  `台账：${ledger}\n移送函：${letters}\n看一件线索的理由：node bin/xingji.js --ledger ${ledger} lead list --decision transfer\n`,
);
