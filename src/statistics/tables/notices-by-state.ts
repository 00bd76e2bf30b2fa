/** 移送函按办理状态: how many letters stand at each step, from draft to receipt. */
import { countTable } from '../count-table.js';
import { LETTER, LETTERS_NOTE, LISTED_OF_LETTER, NEWEST_NOTE } from '../letters.js';

export const noticesByState = countTable({
  id: 'notices-by-state',
  title: '移送函按办理状态统计',
  askedBy: '纪委监委',
  doc: '拟稿、制发、送达、签收、退回的移送函各多少件',
  kind: LETTER,
  listed: LISTED_OF_LETTER,
  by: ['state'],
  counted: '移送函',
  unit: '件',
  share: true,
  notes: [LETTERS_NOTE, NEWEST_NOTE],
});
