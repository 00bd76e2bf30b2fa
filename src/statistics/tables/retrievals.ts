/** 组织部调取: each time the organisation department asked for cases of inaction, what it was given and what use was made of it. */
import { listTable } from '../list-table.js';

export const retrievals = listTable({
  id: 'retrievals',
  title: '组织部调取“行政不作为”情况登记',
  askedBy: '组织部',
  doc: '每次调取提供了多少单位、多少线索，怎样用于考核市管干部',
  kind: 'retrieval',
  fields: [
    'letter_no',
    'date',
    'period_from',
    'period_to',
    'scope',
    'supplied_no',
    'supplied_on',
    'agencies',
    'leads',
    'used_for',
  ],
  notes: ['涉及单位数、线索数按各次提供的情况登记，几次之间可有重复。'],
});
