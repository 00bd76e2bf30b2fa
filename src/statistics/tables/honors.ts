/** 荣誉: recognition that the mechanism received. */
import { listTable } from '../list-table.js';

export const honors = listTable({
  id: 'honors',
  title: '机制获得荣誉情况',
  askedBy: '市委',
  doc: '入选典型案例集等荣誉，用于汇报',
  kind: 'honor',
  fields: ['name', 'organ', 'date', 'document'],
});
