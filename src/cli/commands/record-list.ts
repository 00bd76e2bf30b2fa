/** `xingji record list`: the records of one kind as the ledger has them, sensitive fields masked. */
import { EXIT } from '../../domain/failure.js';
import { KINDS } from '../../kinds/index.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { wholeNumberOption } from '../typed.js';

export const recordList: CommandBody = {
  options: [{ flags: '--limit <条数>', summary: '最多列多少条（默认 100）' }],
  note: `种类：${KINDS.map((kind) => kind.id).join('、')}`,
  examples: ['xingji record list accountability', 'xingji record list typical-case --json'],
  run: async (invocation) => {
    const { listRecords } = await import('../../pipeline/list-records.js');
    const found = listRecords(
      surroundings(invocation),
      invocation.args[0] ?? '',
      wholeNumberOption(invocation.options, 'limit', '--limit') ?? 100,
    );
    await answer(invocation, { command: 'record list', ...found }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const used = found.fields.filter((field) => found.records.some((record) => record.values[field.id] !== null));
      const table = plainTable(
        used.map((field) => field.title),
        found.records.map((record) => used.map((field) => record.values[field.id] ?? '').map(String)),
        layout(invocation),
      );
      return `${table}\n${found.title}共 ${found.total} 条${found.total > found.records.length ? `，列出 ${found.records.length} 条` : ''}。`;
    });
    return EXIT.done;
  },
};
