/**
 * 按情形: leads that meet each of the seven situations (七种情形). A lead may meet several; the total counts every
 * lead once, those that meet none included.
 */
import { countTable } from '../count-table.js';

export const leadsBySituation = countTable({
  id: 'leads-by-situation',
  title: '问题线索按情形统计',
  askedBy: '法治建设办',
  doc: '七种情形各有多少件线索，看问题集中在哪里',
  kind: 'lead',
  by: ['situation'],
  counted: '线索数',
  unit: '件',
  share: true,
  several: '一件线索可符合几种情形，各情形各计一件，合计按线索只计一件，占比之和可大于 100%。',
  notes: ['疑似、无法判断的不计为符合。'],
});
