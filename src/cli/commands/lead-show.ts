/** `xingji lead show`: the whole story of one lead on one page, oldest first. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const leadShow: CommandBody = {
  examples: ['xingji lead show 示例〔2024〕001'],
  run: async (invocation) => {
    const { showLead } = await import('../../pipeline/show-lead.js');
    const story = showLead(surroundings(invocation), invocation.args[0] ?? '');
    await answer(invocation, { command: 'lead show', ...story }, async () => {
      const { leadStoryText } = await import('../../render/index.js');
      return leadStoryText(story, layout(invocation));
    });
    return EXIT.done;
  },
};
