/** `xingji rules show`: the rule file as a document for a meeting. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { choiceOption, textOption } from '../typed.js';

export const rulesShow: CommandBody = {
  options: [
    { flags: '--format <格式>', summary: '文档格式（默认 md）', choices: ['md', 'html'] },
    { flags: '--out <文件>', summary: '写入文件' },
  ],
  examples: ['xingji rules show', 'xingji rules show --format html --out 规则.html'],
  run: async (invocation) => {
    const { rulesDocument } = await import('../../pipeline/rule-work.js');
    const { writeReport } = await import('../../pipeline/report.js');
    const { documentHtml, documentMarkdown } = await import('../../render/index.js');
    const document = rulesDocument(surroundings(invocation), invocation.args[0] ?? null);
    const text =
      choiceOption(invocation.options, 'format', ['md', 'html'], 'md') === 'html'
        ? documentHtml(document)
        : documentMarkdown(document);
    const out = textOption(invocation.options, 'out');
    if (out !== null) writeReport(surroundings(invocation), out, text);
    await answer(invocation, { command: 'rules show', ...(out === null ? { document } : { out }) }, () =>
      out === null ? text : `已写入 ${out}`,
    );
    return EXIT.done;
  },
};
