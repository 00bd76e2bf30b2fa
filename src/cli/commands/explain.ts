/** `xingji explain`: one lead's decision as a tree in the rule's own shape, with the statute and the words it rests on. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { textOption } from '../typed.js';

export const explain: CommandBody = {
  options: [{ flags: '--why-not <情形>', summary: '只说明为什么不符合这种情形（序号、名称或标识）' }],
  examples: ['xingji explain 示例〔2024〕001', 'xingji explain 示例〔2024〕001 --why-not 干涉、插手办案'],
  run: async (invocation) => {
    const { explainLead } = await import('../../pipeline/explain-lead.js');
    const explanation = explainLead(
      surroundings(invocation),
      invocation.args[0] ?? '',
      textOption(invocation.options, 'whyNot'),
    );
    await answer(invocation, explanation, async () =>
      (await import('../../render/index.js')).explanationText(explanation, layout(invocation)),
    );
    return EXIT.done;
  },
};
