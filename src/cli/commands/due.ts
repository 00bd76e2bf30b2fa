/** `xingji due`: what is late or soon late, with the days counted on request, and an exit code for cron. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { flagOption, wholeNumberOption } from '../typed.js';

const STANDING = { late: '已超期', soon: '将到期', running: '未到期', unknown: '无法计算' } as const;

export const due: CommandBody = {
  options: [
    { flags: '--within <天数>', summary: '几个工作日内到期的也列出（默认 3）' },
    { flags: '--explain', summary: '列出逐日的计算：算了哪些天、跳过哪些天' },
    { flags: '--fail-on-overdue', summary: '有超期的以退出码 1 结束，供定时任务使用' },
  ],
  examples: ['xingji due', 'xingji due --within 5 --explain', 'xingji due --fail-on-overdue --quiet'],
  run: async (invocation) => {
    const { options } = invocation;
    const pipeline = await import('../../pipeline/due.js');
    const found = pipeline.due(
      surroundings(invocation),
      wholeNumberOption(options, 'within', '--within') ?? 3,
      flagOption(options, 'explain'),
    );
    await answer(invocation, { command: 'due', ...found }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const rows = found.items.map((item) => [
        item.leadNo,
        `${item.deadline.title}（${item.deadline.workingDays} 个工作日${item.deadline.unverified ? '，默认值' : ''}）`,
        item.startedOn,
        item.dueOn ?? `缺 ${item.unknownYear} 年日历`,
        STANDING[item.standing],
      ]);
      const days = found.items.flatMap((item) =>
        item.days === undefined
          ? []
          : [
              `${item.leadNo} ${item.deadline.title}：`,
              ...item.days.map((day) => `  ${day.date} ${day.counts ? '计' : '不计'}（${day.why}）`),
            ],
      );
      return [
        rows.length > 0
          ? plainTable(['线索编号', '时限', '起算', '到期', '状态'], rows, layout(invocation))
          : '没有超期或将到期的事项。',
        ...(found.late > 0 ? [`超期 ${found.late} 项。`] : []),
        ...(found.stale.length > 0
          ? [
              `线索已变更、移送函仍是发出时内容的 ${found.stale.length} 件：${found.stale.slice(0, 10).join('、')}；用 xingji notice supplement 补充移送。`,
            ]
          : []),
        ...(found.receiverUnknown.length > 0
          ? [
              `主送机关待填写的 ${found.receiverUnknown.length} 件：${found.receiverUnknown.slice(0, 10).join('、')}；在 xingji.yaml 的 receivers 中写明。`,
            ]
          : []),
        ...days,
      ].join('\n');
    });
    return flagOption(options, 'failOnOverdue') && found.late > 0 ? EXIT.needsPerson : EXIT.done;
  },
};
