/** 典型案例通报: the cases circulated to the whole city, one row each, in order of the day. */
import { listTable } from '../list-table.js';

export const typicalCases = listTable({
  id: 'typical-cases',
  title: '典型案例通报情况',
  askedBy: '市委',
  doc: '向全市通报的典型案例逐起列出',
  kind: 'typical-case',
  fields: ['case_no', 'title', 'published_on', 'organ', 'region', 'agency', 'situations', 'handling'],
});
