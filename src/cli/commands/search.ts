/** `xingji search`: leads that hold all the words, in any field that may be shown. */
import { DECISION_TITLES } from '../../domain/assessment.js';
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const search: CommandBody = {
  examples: ['xingji search 案卷 销毁'],
  run: async (invocation) => {
    const { searchLeads } = await import('../../pipeline/list-leads.js');
    const found = searchLeads(surroundings(invocation), invocation.args);
    await answer(invocation, { command: 'search', words: invocation.args, ...found }, async () => {
      const { plainTable } = await import('../../render/index.js');
      if (found.leads.length === 0) return '没有找到。换一个词，或少写几个词。';
      return `${plainTable(
        ['线索编号', '发现日期', '被反映单位', '结论'],
        found.leads.map((lead) => [lead.leadNo, lead.foundOn ?? '', lead.agency ?? '', DECISION_TITLES[lead.decision]]),
        layout(invocation),
      )}\n共 ${found.total} 件。`;
    });
    return EXIT.done;
  },
};
