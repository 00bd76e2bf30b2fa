/** 约谈: interviews with the offices of counties that move slowly, with what became of the demands. */
import { listTable, textValue } from '../list-table.js';
import { DONE, OVERDUE_NOTE, standing } from '../overdue.js';

export const interviews = listTable({
  id: 'interviews',
  title: '约谈推进缓慢县（区）情况',
  askedBy: '市委',
  doc: '约谈了哪些县（区）、为什么、整改到位没有',
  kind: 'interview',
  fields: ['region', 'date', 'subjects', 'reason', 'demands', 'deadline', 'result', 'done_on'],
  computed: [
    {
      id: 'state',
      title: '到位情况',
      type: 'text',
      of: (field, context) =>
        standing(field('done_on') === null ? '办理中' : DONE, textValue(field('deadline')), context),
    },
  ],
  notes: [OVERDUE_NOTE],
});
