/** `xingji notice template check`: unknown and unused fields of letter templates, before any letter is made. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const noticeTemplateCheck: CommandBody = {
  examples: ['xingji notice template check', 'xingji notice template check 我们的模板/移送函.docx'],
  run: async (invocation) => {
    const { checkTemplates } = await import('../../pipeline/letter-templates.js');
    const templates = await checkTemplates(surroundings(invocation), invocation.args);
    const wrong = templates.some((template) => template.findings.some((finding) => finding.severity === 'error'));
    await answer(invocation, { command: 'notice template check', ok: !wrong, templates }, async () => {
      const { findingsText } = await import('../../render/index.js');
      return templates
        .flatMap((template) => [
          `${template.path}：${template.findings.length === 0 ? '可以使用' : '有错误'}`,
          ...(template.findings.length > 0 ? [findingsText(template.findings, layout(invocation))] : []),
          ...(template.unused.length > 0 ? [`  没用到的字段：${template.unused.join('、')}`] : []),
          ...(template.asksIdentity ? ['  显示完整身份证号：生成时须加 --reveal-identity'] : []),
        ])
        .join('\n');
    });
    return wrong ? EXIT.needsPerson : EXIT.done;
  },
};
