/** `xingji check`: the same reading and checking without a ledger: what each lead would meet and why. */
import { EXIT } from '../../domain/failure.js';
import { surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { answerImport, INTAKE_OPTIONS, intakeRequest } from '../import-answer.js';
import { withProgress } from '../progress.js';
import { flagOption } from '../typed.js';

export const check: CommandBody = {
  options: [...INTAKE_OPTIONS, { flags: '--ndjson', summary: '每件线索一行 JSON（一万件以上用这个）' }],
  examples: ['xingji check 线索台账.csv', 'xingji check 线索台账.csv --json'],
  run: async (invocation) => {
    const { checkFiles } = await import('../../pipeline/check-files.js');
    const ndjson = flagOption(invocation.options, 'ndjson');
    const result = await withProgress(invocation, '条', (progress) =>
      checkFiles(
        surroundings(invocation),
        intakeRequest(invocation),
        progress,
        ndjson ? (lead) => invocation.io.write(`${JSON.stringify(lead)}\n`) : null,
      ),
    );
    if (ndjson) return result.totals.rejected > 0 ? EXIT.needsPerson : EXIT.done;
    return answerImport(invocation, result);
  },
};
