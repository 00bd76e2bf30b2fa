/** `xingji notice render`: letters into a folder, files readable by their owner alone. */
import { EXIT } from '../../domain/failure.js';
import { LETTER_FORMATS } from '../../render/format-names.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { withProgress } from '../progress.js';
import { choiceOption, flagOption, textOption } from '../typed.js';

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
      [
        `已生成 ${outcome.files.length} 个文件，在 ${outcome.folder}`,
        ...(outcome.receiverUnknown.length > 0
          ? [
              `主送机关待填写的有 ${outcome.receiverUnknown.length} 件：${outcome.receiverUnknown.slice(0, 10).join('、')}；在配置的 receivers 中写明`,
            ]
          : []),
      ].join('\n'),
    );
    return EXIT.done;
  },
};
