/** 互相通报: important facts that the office and the commission told each other, each direction, signed for or not. */
import { ratio } from '../checked-totals.js';
import { figureTable } from '../figure-table.js';

const KIND = 'notification';

export const notifications = figureTable({
  id: 'notifications',
  title: '重要情况互相通报统计',
  askedBy: '纪委监委',
  doc: '法治办与纪委监委双向各通报几次、签收几次',
  by: 'direction',
  figures: [
    { id: 'count', title: '通报次数', unit: '次', kind: KIND },
    {
      id: 'signed',
      title: '已签收',
      unit: '次',
      kind: KIND,
      keep: { fields: ['signed_on'], passes: ([day]) => day !== null },
    },
    { id: 'rate', title: '签收率', type: 'percent', derive: (of) => ratio(of('signed'), of('count')) },
  ],
  notes: ['签收率＝已签收÷通报次数。'],
  chart: { kind: 'bars', unit: '次', figures: ['count', 'signed'] },
});
