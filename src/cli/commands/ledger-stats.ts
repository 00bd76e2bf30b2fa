/** `xingji ledger stats`: how many records of each kind, the chain's head, open links. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const ledgerStats: CommandBody = {
  examples: ['xingji ledger stats'],
  run: async (invocation) => {
    const { ledgerStatistics } = await import('../../pipeline/ledger-care.js');
    const found = ledgerStatistics(surroundings(invocation));
    await answer(invocation, { command: 'ledger stats', ...found }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const kinds = plainTable(
        ['种类', '名称', '在册', '历史版本', '作废'],
        found.kinds.map((kind) => [kind.id, kind.title, kind.records, kind.revisions, kind.voided].map(String)),
        layout(invocation),
      );
      const links =
        found.openLinks.length === 0
          ? '所有关联都对得上。'
          : `${found.openLinks.length} 处关联没有对上（被引用的记录还没有导入）：\n${found.openLinks
              .slice(0, 20)
              .map((link) => `- ${link.title} ${link.key} 的“${link.fieldTitle}”：${link.value}`)
              .join('\n')}`;
      return `${kinds}\n${links}\n登记日志 ${found.journal} 条，链头：${found.head}`;
    });
    return EXIT.done;
  },
};
