/** 按行为类型: leads by conduct (行政不作为, 乱作为, 滥用职权), which the organisation department asks for. */
import { countTable } from '../count-table.js';

export const leadsByConduct = countTable({
  id: 'leads-by-conduct',
  title: '问题线索按行为类型统计',
  askedBy: '组织部',
  doc: '行政不作为、乱作为、滥用职权各有多少，用于考核市管干部',
  kind: 'lead',
  by: ['conduct'],
  split: 'decision',
  counted: '线索数',
  unit: '件',
  share: true,
});
