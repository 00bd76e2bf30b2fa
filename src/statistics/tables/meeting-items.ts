/** 会议登记: meetings one by one, what they agreed on and how many of the items are open, days since the meeting before. */

import { daysBetween } from '../days.js';
import { listTable, numberValue, textValue } from '../list-table.js';
import { isPast, OVERDUE_NOTE, referenceDay } from '../overdue.js';

const JOINT = '联席会议';

export const meetingItems = listTable({
  id: 'meeting-items',
  title: '会议登记和议定事项清单',
  askedBy: '法治建设办',
  doc: '每次会议议定了什么、还有几项没有办结、是否逾期',
  kind: 'meeting',
  fields: ['type', 'date', 'region', 'convener', 'topics', 'resolutions', 'lead_no', 'items', 'items_done', 'deadline'],
  computed: [
    {
      id: 'open',
      title: '未办结',
      type: 'count',
      unit: '项',
      of: (field) => numberValue(field('items')) - numberValue(field('items_done')),
      total: (sum) => sum('items') - sum('items_done'),
    },
    {
      id: 'state',
      title: '办理情况',
      type: 'text',
      of: (field, context) => {
        if (numberValue(field('items_done')) >= numberValue(field('items'))) return '已完成';
        return isPast(textValue(field('deadline')), context) ? '逾期' : '办理中';
      },
    },
  ],
  remarks: (meetings, context) => {
    const last = meetings.filter((field) => field('type') === JOINT).at(-1);
    const day = last ? textValue(last('date')) : null;
    return day === null
      ? [`时段内没有召开${JOINT}。`]
      : [`最近一次${JOINT}在 ${day}，到截至日已 ${daysBetween(day, referenceDay(context))} 天。`];
  },
  notes: [OVERDUE_NOTE],
});
