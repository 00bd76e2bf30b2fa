/** `xingji lead list`: the leads of the ledger with their decision, newest first. */
import { DECISION_TITLES, DECISIONS } from '../../domain/assessment.js';
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { textOption, wholeNumberOption } from '../typed.js';

export const leadList: CommandBody = {
  options: [
    { flags: '--decision <结论>', summary: '只列这种结论', choices: DECISIONS },
    { flags: '--situation <情形>', summary: '只列符合这种情形的（序号、名称或标识）' },
    { flags: '--limit <条数>', summary: '最多列多少条（默认 100）' },
  ],
  examples: ['xingji lead list --decision review', 'xingji lead list --situation 2 --json'],
  run: async (invocation) => {
    const { listLeads } = await import('../../pipeline/list-leads.js');
    const { options } = invocation;
    const found = listLeads(surroundings(invocation), {
      decision: DECISIONS.find((decision) => decision === options.decision) ?? null,
      situation: textOption(options, 'situation'),
      limit: wholeNumberOption(options, 'limit', '--limit') ?? 100,
    });
    await answer(invocation, { command: 'lead list', ...found }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const table = plainTable(
        ['线索编号', '发现日期', '被反映单位', '结论', '情形'],
        found.leads.map((lead) => [
          lead.leadNo,
          lead.foundOn ?? '',
          lead.agency ?? '',
          DECISION_TITLES[lead.decision],
          lead.situationNames.join('；'),
        ]),
        layout(invocation),
      );
      return found.total > found.leads.length
        ? `${table}\n共 ${found.total} 件，列出 ${found.leads.length} 件；用 --limit 看更多。`
        : `${table}\n共 ${found.total} 件。`;
    });
    return EXIT.done;
  },
};
