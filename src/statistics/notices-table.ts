/** 移送函明细: the letters behind a table about letters, one row each, in the order of their drafts. */
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import type { TableBody } from '../domain/table.js';
import { completeTable } from './complete-table.js';
import { LETTERS_NOTE, lettersOf, lettersQuery } from './letters.js';

/** Not in the list of tables: it is what `--records` shows of them. */
export const noticesTable = completeTable({
  id: 'notices',
  title: '移送函明细',
  askedBy: '纪委监委',
  doc: '移送函逐件列出',
  kinds: [],
  notices: true,
  options: {},
  queries: (context) => [lettersQuery(context)],
  build: ([leads], context): TableBody => {
    const names = new Map(context.regions.map((region) => [region.code, region.name]));
    return {
      columns: [
        { id: 'lead_no', title: '线索编号', type: 'text' },
        { id: 'region', title: '行政区划', type: 'text' },
        { id: 'state', title: '办理状态', type: 'text' },
        { id: 'number', title: '发文字号', type: 'text' },
        { id: 'receiver', title: '接收机关', type: 'text' },
        { id: 'found_on', title: '发现日期', type: 'date' },
        { id: 'drafted_on', title: '拟稿日期', type: 'date' },
        { id: 'issued_on', title: '制发日期', type: 'date' },
        { id: 'received_on', title: '签收日期', type: 'date' },
      ],
      rows: lettersOf(leads, context).map(({ notice, region, foundOn }) => ({
        lead_no: notice.leadNo,
        region: region === null ? null : (names.get(region) ?? region),
        state: NOTICE_STATE_TITLES[notice.state],
        number: notice.number,
        receiver: notice.receiver,
        found_on: foundOn,
        drafted_on: notice.draftedOn,
        issued_on: notice.issuedOn,
        received_on: notice.receivedOn,
      })),
      totals: null,
      notes: [LETTERS_NOTE],
    };
  },
});
