/** `xingji notice approve|issue|deliver|receive|return|withdraw|…`: the steps of a notice's life, one body for all of them. */
import { EXIT } from '../../domain/failure.js';
import { NOTICE_STATE_TITLES } from '../../domain/notice.js';
import { answer, layout, say, surroundings } from '../answer.js';
import type { CommandBody, OptionDeclaration } from '../command.js';
import { dateOption, flagOption, textOption } from '../typed.js';

export type NoticeStepName = Parameters<typeof import('../../pipeline/notice-steps.js').takeSteps>[1]['step'];

interface StepDeclaration {
  readonly options?: readonly OptionDeclaration[];
  readonly example: string;
}

const WHY: OptionDeclaration = { flags: '--why <原因>', summary: '原因，必填' };

const STEPS: Readonly<Record<NoticeStepName, StepDeclaration>> = {
  approve: { options: [{ flags: '--by <姓名>', summary: '审定人（默认操作人）' }], example: '--all --by 李某' },
  'to-drafted': { options: [WHY], example: '示例〔2024〕001 --why "事实部分要补写"' },
  issue: {
    options: [{ flags: '--approve', summary: '已在纸面审定，审定和制发一并登记' }],
    example: '示例〔2024〕001 示例〔2024〕002',
  },
  deliver: { example: '示例〔2024〕001 --on 2024-05-21' },
  receive: { example: '示例〔2024〕001 --on 2024-05-22' },
  return: { options: [WHY], example: '示例〔2024〕001 --why "缺少复议案卷"' },
  supplement: { example: '示例〔2024〕001' },
  withdraw: { options: [WHY], example: '示例〔2024〕001 --why "移送对象有误"' },
  cancel: { options: [WHY], example: '示例〔2024〕001 --why "重复"' },
};

export const noticeStep = (step: NoticeStepName): CommandBody => ({
  options: [
    { flags: '--all', summary: '所有可以办理这一步的移送函' },
    { flags: '--on <日期>', summary: '办理日期（默认今天）' },
    { flags: '--dry-run', summary: '试运行：照常检查和编号，什么都不写' },
    ...(STEPS[step].options ?? []),
  ],
  examples: [`xingji notice ${step} ${STEPS[step].example}`],
  run: async (invocation) => {
    const { takeSteps } = await import('../../pipeline/notice-steps.js');
    const typed = invocation.options;
    const taken = takeSteps(surroundings(invocation), {
      step,
      leadNos: invocation.args,
      all: flagOption(typed, 'all'),
      on: dateOption(typed, 'on', '--on'),
      why: textOption(typed, 'why'),
      by: textOption(typed, 'by'),
      approved: flagOption(typed, 'approve'),
      dryRun: flagOption(typed, 'dryRun'),
    });
    const { findingsText, plainTable } = await import('../../render/index.js');
    if (!invocation.globals.json && taken.refused.length > 0)
      say(invocation, findingsText(taken.refused, { color: false, width: invocation.io.width }));
    await answer(
      invocation,
      { command: `notice ${step}`, dryRun: taken.dryRun, notices: taken.notices, refused: taken.refused },
      () => {
        const rows = taken.notices.map((notice) => [
          notice.leadNo,
          notice.number ?? '',
          NOTICE_STATE_TITLES[notice.state],
          notice.receiver ?? '待填写',
        ]);
        const table =
          rows.length > 0 ? `${plainTable(['线索编号', '文号', '状态', '主送机关'], rows, layout(invocation))}\n` : '';
        return `${table}${taken.dryRun ? '试运行，未写入：' : ''}${taken.title} ${taken.notices.length} 件${taken.refused.length > 0 ? `，未办理 ${taken.refused.length} 件` : ''}。`;
      },
    );
    return taken.refused.length > 0 ? EXIT.needsPerson : EXIT.done;
  },
});
