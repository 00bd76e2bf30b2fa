/** `xingji notice list`: transfer notices with their state. */
import { EXIT } from '../../domain/failure.js';
import { NOTICE_STATE_TITLES, type NoticeState } from '../../domain/notice.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

const STATES = Object.keys(NOTICE_STATE_TITLES) as readonly NoticeState[];

export const noticeList: CommandBody = {
  options: [{ flags: '--state <状态>', summary: '只列这种状态', choices: STATES }],
  examples: ['xingji notice list', 'xingji notice list --state drafted'],
  run: async (invocation) => {
    const { listNotices } = await import('../../pipeline/notices.js');
    const { notices, todo } = listNotices(
      surroundings(invocation),
      STATES.find((state) => state === invocation.options.state) ?? null,
    );
    await answer(invocation, { command: 'notice list', notices, todo }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const table = plainTable(
        ['线索编号', '文号', '状态', '拟稿日期', '制发日期', '主送机关'],
        notices.map((notice) => [
          notice.leadNo,
          notice.number ?? '',
          NOTICE_STATE_TITLES[notice.state] + (notice.stale ? '（线索已变更）' : ''),
          notice.draftedOn,
          notice.issuedOn ?? '',
          notice.receiver ?? '待填写',
        ]),
        layout(invocation),
      );
      const waiting = todo
        .filter(({ steps }) => steps.length > 0)
        .map(
          ({ title, count, steps }) =>
            `  ${title} ${count} 件：${steps.map((each) => `${each.title} ${each.step}`).join('、')}`,
        );
      return [
        table,
        `共 ${notices.length} 件。`,
        ...(waiting.length > 0 ? ['待办（xingji notice 后面加所列的英文）：', ...waiting] : []),
      ].join('\n');
    });
    return EXIT.done;
  },
};
