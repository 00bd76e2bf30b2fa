/** 材料提供: what was handed to inspection teams and for assessments, how often and with how many entries. */
import { figureTable } from '../figure-table.js';

const KIND = 'material-supply';

export const materialSupply = figureTable({
  id: 'material-supply',
  title: '向巡察等工作提供材料统计',
  askedBy: '市委巡察',
  doc: '为市委巡察和各项评估提供几次材料、多少条记录',
  by: 'purpose',
  figures: [
    { id: 'count', title: '提供次数', unit: '次', kind: KIND },
    { id: 'entries', title: '记录条数', unit: '条', kind: KIND, measure: 'sum:entries' },
    {
      id: 'signed',
      title: '已签收',
      unit: '次',
      kind: KIND,
      keep: { fields: ['signed_on'], passes: ([day]) => day !== null },
    },
  ],
});
