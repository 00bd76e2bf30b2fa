/** 移送函签收: letters by receiver, delivered, signed for, returned; the rate is of the letters that went out and were not taken back. */
import { NOTICE_STATE_TITLES as STATE } from '../../domain/notice.js';
import type { TableRow } from '../../domain/table.js';
import { RECEIVED, WAITING } from '../../kinds/letter.js';
import { mustAddUp, ratio } from '../checked-totals.js';
import { CountIndex, countQuery } from '../counts.js';
import { countedDays, Histogram } from '../days.js';
import { LETTER, LETTERS_NOTE, LISTED_OF_LETTER, NEWEST_NOTE } from '../letters.js';
import { byPinyin } from '../order.js';
import type { StatisticsTable } from '../table.js';

const NO_RECEIVER = '未确定接收机关';

/** Taken back letters count as not sent. */
const OUT: readonly string[] = [STATE.issued, STATE.delivered, STATE.received, STATE.returned];

/** The numbers of one receiver, or of all. */
const numbersOf = (letters: CountIndex, days: CountIndex, fits: (receiver: string | null) => boolean): TableRow => {
  const count = (passes: (state: string, delivered: string) => boolean): number =>
    letters.tuples
      .filter(([receiver = null, state, delivered]) => fits(receiver) && passes(state ?? '', delivered ?? ''))
      .reduce((n, tuple) => n + letters.of(tuple), 0);
  const out = count((state) => OUT.includes(state));
  const received = count((state) => state === RECEIVED);
  return {
    drafted: count((state) => WAITING.includes(state)),
    out,
    delivered: count((state, delivered) => OUT.includes(state) && delivered === '是'),
    received,
    returned: count((state) => state === STATE.returned),
    rate: ratio(received, out),
    median: new Histogram(countedDays(days, ([receiver = null]) => fits(receiver))).median(),
  };
};

export const noticeReceipts: StatisticsTable = {
  id: 'notice-receipts',
  title: '移送函签收情况统计',
  askedBy: '纪委监委',
  doc: '发给各纪检监察机关的移送函签收多少、退回多少、几天签收',
  kinds: [LETTER],
  listed: LISTED_OF_LETTER,
  options: {},
  queries: (context) => [
    countQuery(context, { kind: LETTER, by: ['receiver', 'state', 'delivered'] }),
    countQuery(context, { kind: LETTER, by: ['receiver', 'receipt_days'], where: { state: [RECEIVED] } }),
  ],
  build: ([counted, received]) => {
    const letters = new CountIndex(counted);
    const days = new CountIndex(received);
    const titleOf = (receiver: string | null | undefined): string => receiver ?? NO_RECEIVER;
    const receivers = [...new Set(letters.tuples.map(([receiver]) => titleOf(receiver)))].sort(byPinyin);
    const rows = receivers.map((title) => ({
      receiver: title,
      ...numbersOf(letters, days, (receiver) => titleOf(receiver) === title),
    }));
    const totals: TableRow = { receiver: '合计', ...numbersOf(letters, days, () => true) };
    for (const id of ['drafted', 'out', 'delivered', 'received', 'returned'])
      mustAddUp(
        'notice-receipts',
        id,
        Number(totals[id]),
        rows.map((row: TableRow) => Number(row[id])),
      );
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
      rows,
      totals,
      notes: [LETTERS_NOTE, NEWEST_NOTE, '签收率＝已签收÷已发出；已撤回的不算发出。'],
    };
  },
};
