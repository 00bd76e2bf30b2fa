/** 批示督办台账: instructions of the city's leaders and tasks under supervision one by one, with their standing. */
import { listTable, textValue } from '../list-table.js';
import { OVERDUE_NOTE, standing } from '../overdue.js';

export const supervisedTasks = listTable({
  id: 'supervised-tasks',
  title: '批示督办台账',
  askedBy: '市委',
  doc: '领导批示和督办事项办到哪一步，哪些逾期',
  kind: 'supervised-task',
  fields: ['matter', 'date', 'origin', 'leader', 'agency', 'deadline', 'urged', 'done_on', 'result'],
  computed: [
    {
      id: 'state',
      title: '办理情况',
      type: 'text',
      of: (field, context) => standing(textValue(field('status')), textValue(field('deadline')), context),
    },
  ],
  notes: [OVERDUE_NOTE],
});
