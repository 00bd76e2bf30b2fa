/** `xingji notice render`: letters into a folder, files readable by their owner alone. */
import { EXIT } from '../../domain/failure.js';
import { LETTER_FORMATS } from '../../render/format-names.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { withProgress } from '../progress.js';
import { choiceOption, flagOption, textOption } from '../typed.js';

/** So many lead numbers are named; the rest is a count. */
const NAMED = 5;

/** Each thing to do once, with the leads it concerns: in a batch most letters lack the same. */
const pendingLines = (pending: readonly { readonly leadNo: string; readonly items: readonly string[] }[]): string[] => {
  const leadsOf = new Map<string, string[]>();
  for (const { leadNo, items } of pending)
    for (const item of items) leadsOf.set(item, [...(leadsOf.get(item) ?? []), leadNo]);
  if (leadsOf.size === 0) return [];
  return [
    '发出前要补的：',
    ...[...leadsOf].map(
      ([item, leads]) =>
        `  ${item}（${leads.length} 件：${leads.slice(0, NAMED).join('、')}${leads.length > NAMED ? ' 等' : ''}）`,
    ),
  ];
};
export const noticeRender: CommandBody = {
  options: [
    { flags: '--all', summary: '所有未取消的移送函' },
    { flags: '--format <格式>', summary: '文书格式（默认 md）', choices: LETTER_FORMATS },
    { flags: '--secrecy <标注>', summary: '密级标注，如“工作秘密”或“机密★1年”；不写则按线索所载，从不自动标注' },
    { flags: '--reveal-identity', summary: '确认模板可以显示完整身份证号' },
    { flags: '--out <文件夹>', summary: '写到哪个文件夹（默认 移送函）' },
  ],
  examples: [
    'xingji notice render 示例〔2024〕001 --format txt',
    'xingji notice render --all --format docx --out 移送函',
  ],
  run: async (invocation) => {
    const { options, args } = invocation;
    const { renderNotices } = await import('../../pipeline/notices.js');
    const outcome = await withProgress(invocation, '件', (progress) =>
      renderNotices(
        surroundings(invocation),
        {
          leadNos: args,
          all: flagOption(options, 'all'),
          format: choiceOption(options, 'format', LETTER_FORMATS, 'md'),
          out: textOption(options, 'out') ?? '移送函',
          secrecy: textOption(options, 'secrecy'),
          revealIdentity: flagOption(options, 'revealIdentity'),
        },
        progress,
      ),
    );
    await answer(invocation, { command: 'notice render', ...outcome }, () =>
      [`已生成 ${outcome.files.length} 个文件，在 ${outcome.folder}`, ...pendingLines(outcome.pending)].join('\n'),
    );
    return EXIT.done;
  },
};
