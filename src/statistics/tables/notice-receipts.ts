/** 移送函签收: letters by receiver, delivered, signed for, returned; the rate is of the letters that went out and were not taken back. */
import type { TableRow } from '../../domain/table.js';
import { ratio } from '../checked-totals.js';
import { daysBetween, median } from '../days.js';
import { LETTERS_NOTE, type Letter, lettersOf, lettersQuery } from '../letters.js';
import { byPinyin } from '../order.js';
import type { StatisticsTable } from '../table.js';

const NO_RECEIVER = '未确定接收机关';

const numbersOf = (letters: readonly Letter[]): TableRow => {
  const out = letters.filter(({ notice }) => notice.issuedOn !== null && notice.state !== 'withdrawn');
  const received = out.filter(({ notice }) => notice.state === 'received');
  const days = received.flatMap(({ notice: { issuedOn, receivedOn } }) =>
    issuedOn !== null && receivedOn !== null ? [daysBetween(issuedOn, receivedOn)] : [],
  );
  return {
    drafted: letters.filter(({ notice }) => notice.state === 'drafted' || notice.state === 'approved').length,
    out: out.length,
    delivered: out.filter(({ notice }) => notice.deliveredOn !== null).length,
    received: received.length,
    returned: out.filter(({ notice }) => notice.state === 'returned').length,
    rate: ratio(received.length, out.length),
    median: median(days),
  };
};

export const noticeReceipts: StatisticsTable = {
  id: 'notice-receipts',
  title: '移送函签收情况统计',
  askedBy: '纪委监委',
  doc: '发给各纪检监察机关的移送函签收多少、退回多少、几天签收',
  kinds: [],
  notices: true,
  options: {},
  queries: (context) => [lettersQuery(context)],
  build: ([leads], context) => {
    const letters = lettersOf(leads, context);
    const receivers = [...new Set(letters.map(({ notice }) => notice.receiver ?? NO_RECEIVER))].sort(byPinyin);
    return {
      columns: [
        { id: 'receiver', title: '接收机关', type: 'text' },
        { id: 'drafted', title: '未制发', type: 'count', unit: '件' },
        { id: 'out', title: '已发出', type: 'count', unit: '件' },
        { id: 'delivered', title: '已送达', type: 'count', unit: '件' },
        { id: 'received', title: '已签收', type: 'count', unit: '件' },
        { id: 'returned', title: '已退回', type: 'count', unit: '件' },
        { id: 'rate', title: '签收率', type: 'percent' },
        { id: 'median', title: '制发到签收中位天数', type: 'days', unit: '天' },
      ],
      rows: receivers.map((receiver) => ({
        receiver,
        ...numbersOf(letters.filter(({ notice }) => (notice.receiver ?? NO_RECEIVER) === receiver)),
      })),
      totals: { receiver: '合计', ...numbersOf(letters) },
      notes: [LETTERS_NOTE, '签收率＝已签收÷已发出；已撤回的不算发出。'],
    };
  },
};
