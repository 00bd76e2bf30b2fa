/** 县区推进: how far every county has come with the mechanism and what it still owes; a county not told of is printed too. */
import { listTable } from '../list-table.js';

export const countyProgress = listTable({
  id: 'county-progress',
  title: '县（区）机制推进情况',
  askedBy: '市委',
  doc: '各县（区）机制建没建、首次移送是哪天、还欠哪些账',
  kind: 'county-progress',
  fields: [
    'region',
    'mechanism',
    'established_on',
    'first_transfer_on',
    'debts',
    'debt_list',
    'progress',
    'updated_on',
  ],
  everyCounty: true,
  notes: ['列出每个县（区）最近一次更新的情况，不按时段取舍；没有登记的以“—”表示。'],
});
