/** 移送函按办理状态: how many letters stand at each step, from draft to receipt. */
import { NOTICE_STATE_TITLES, type NoticeState } from '../../domain/notice.js';
import { ratio } from '../checked-totals.js';
import { LETTERS_NOTE, lettersOf, lettersQuery } from '../letters.js';
import type { StatisticsTable } from '../table.js';

// The titles are declared for every state.
const STATES = Object.keys(NOTICE_STATE_TITLES) as NoticeState[];

export const noticesByState: StatisticsTable = {
  id: 'notices-by-state',
  title: '移送函按办理状态统计',
  askedBy: '纪委监委',
  doc: '拟稿、制发、送达、签收、退回的移送函各多少件',
  kinds: [],
  notices: true,
  options: {},
  queries: (context) => [lettersQuery(context)],
  build: ([leads], context) => {
    const letters = lettersOf(leads, context);
    const rows = STATES.map((state) => {
      const count = letters.filter(({ notice }) => notice.state === state).length;
      return { state: NOTICE_STATE_TITLES[state], count, share: ratio(count, letters.length) };
    });
    return {
      columns: [
        { id: 'state', title: '办理状态', type: 'text' },
        { id: 'count', title: '移送函', type: 'count', unit: '件' },
        { id: 'share', title: '占比', type: 'percent' },
      ],
      rows,
      totals: { state: '合计', count: letters.length, share: ratio(letters.length, letters.length) },
      notes: [LETTERS_NOTE, '一件线索有几份移送函（补充、重发）的，只计最新的一份。'],
      charts: letters.length
        ? [
            {
              kind: 'bars',
              title: '移送函按办理状态',
              unit: '件',
              categories: rows.map((row) => row.state),
              series: [{ name: '移送函', values: rows.map((row) => row.count) }],
            },
          ]
        : [],
    };
  },
};
