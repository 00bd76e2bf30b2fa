/**
 * A process of its own that writes to a ledger, for the tests of locks and of interruption. Arguments: ledger, task, count.
 * `issue` gives so many numbers one by one; `import` records leads batch after batch and never commits.
 */

import { openLedger } from '../../src/ledger/index.js';
import { assessed, lead, sampleOptions } from './sample.js';

const [path = '', task = '', count = '0', name = 'p'] = process.argv.slice(2);
const ledger = openLedger(sampleOptions({ path, operator: name, lockWaitMs: 60_000 }));

if (task === 'issue')
  for (let i = 0; i < Number(count); i++) {
    const run = ledger.begin({ command: 'notice issue' });
    const n = run.nextSerial('某法治办移', 2024, 1);
    const leadNo = `${name}${i}`;
    const step = { leadNo, version: 1, on: '2024-05-20', leadRevision: 1 };
    run.recordNoticeSteps([
      { ...step, step: 'draft', receiver: null },
      { ...step, step: 'approve' },
      { ...step, step: 'issue', number: `某法治办移〔2024〕${n}号`, serial: { year: 2024, n } },
    ]);
    run.end();
  }
else {
  const session = ledger.begin({ command: 'import' }).file({
    path: 'x.csv',
    format: 'csv',
    encoding: 'utf-8',
    kind: 'lead',
    onChange: 'amend',
    clear: false,
  });
  for (let batch = 0; ; batch++) {
    const records = Array.from({ length: 1000 }, (_, i) =>
      lead(`X${batch}-${i}`, { summary: '（示例，虚构）'.repeat(40) }, batch * 1000 + i + 1),
    );
    session.record(
      records,
      records.map(() => assessed()),
      () => assessed(),
    );
    if (batch === Number(count)) process.stdout.write('written\n');
  }
}
ledger.close();
