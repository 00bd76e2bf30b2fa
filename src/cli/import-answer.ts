/** What `import` and `check` share: the options about reading, and the answer with its exit code. */
import { EXIT } from '../domain/failure.js';
import type { ImportResult } from '../domain/import-result.js';
import type { IntakeRequest } from '../pipeline/intake-request.js';
import { answer, layout, say } from './answer.js';
import type { Invocation, OptionDeclaration } from './command.js';
import { choiceOption, textOption } from './typed.js';

export const INTAKE_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--kind <种类>', summary: '记录种类，如 lead（默认按表头判断）' },
  {
    flags: '--encoding <编码>',
    summary: '文件编码（默认 auto，自动判断）',
    choices: ['auto', 'utf-8', 'gb18030', 'utf-16le'],
  },
  { flags: '--sheet <名称>', summary: '工作簿中的工作表（默认第一个）' },
  { flags: '--findings <文件>', summary: '全部校验问题写入文件，一行一个 JSON' },
];

export const intakeRequest = ({ args, options, io }: Invocation): IntakeRequest => ({
  paths: args,
  stdin: io.stdin,
  kind: textOption(options, 'kind'),
  encoding: choiceOption(options, 'encoding', ['auto', 'utf-8', 'gb18030', 'utf-16le'], 'auto'),
  sheet: textOption(options, 'sheet'),
  findings: textOption(options, 'findings'),
});

export const answerImport = async (invocation: Invocation, result: ImportResult): Promise<number> => {
  const { findingsText, importResultText } = await import('../render/index.js');
  if (!invocation.globals.json && result.findings.length > 0)
    say(
      invocation,
      findingsText(result.findings, {
        color: invocation.io.talkColor && invocation.globals.color,
        width: invocation.io.width,
      }),
    );
  await answer(invocation, result, () => importResultText(result, layout(invocation)));
  return result.totals.rejected > 0 || result.findings.some((finding) => finding.severity === 'error')
    ? EXIT.needsPerson
    : EXIT.done;
};
