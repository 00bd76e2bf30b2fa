/** 整改台账: rectification items one by one with their standing. */
import { listTable, textValue } from '../list-table.js';
import { OVERDUE_NOTE, standing } from '../overdue.js';

export const rectifications = listTable({
  id: 'rectifications',
  title: '问题整改台账',
  askedBy: '法治建设办',
  doc: '每项整改由谁负责、什么措施、到哪天、是否复核',
  kind: 'rectification',
  fields: ['source', 'matter', 'agency', 'measures', 'deadline', 'done_on', 'reviewed_on', 'reviewer'],
  computed: [
    {
      id: 'state',
      title: '整改情况',
      type: 'text',
      of: (field, context) => standing(textValue(field('status')), textValue(field('deadline')), context),
    },
  ],
  notes: [OVERDUE_NOTE],
});
