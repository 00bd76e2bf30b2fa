/**
 * 组织部调取 (retrieval): the organisation department (市委组织部) regularly asks for cases of 行政不作为 as grounds for assessing cadres;
 * what was supplied and what use was made of it.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const retrieval: KindDeclaration = {
  id: 'retrieval',
  title: '组织部调取',
  unit: '次',
  fields: [
    {
      id: 'letter_no',
      title: '调取函号',
      type: 'text',
      maxLength: 100,
      doc: '组织部来函的文号',
      sample: '示例组函〔2024〕5号',
    },
    { id: 'date', title: '调取日期', type: 'date', required: true, doc: '收到来函的日期', sample: '2024-06-03' },
    {
      id: 'period_from',
      title: '情况起始日期',
      type: 'date',
      doc: '调取哪段时间的情况，从哪天起',
      sample: '2023-06-01',
    },
    { id: 'period_to', title: '情况截止日期', type: 'date', doc: '到哪天止', sample: '2024-05-31' },
    {
      id: 'scope',
      title: '调取范围',
      type: 'text',
      maxLength: 300,
      doc: '调取哪些单位的什么情况',
      sample: '市直各行政机关行政不作为情况',
    },
    { id: 'supplied_no', title: '提供文号', type: 'text', maxLength: 100, doc: '本单位提供情况的文号' },
    { id: 'supplied_on', title: '提供日期', type: 'date', doc: '提供的日期', sample: '2024-06-06' },
    { id: 'agencies', title: '涉及单位数', type: 'count', doc: '提供的情况涉及几个单位', sample: '6' },
    { id: 'leads', title: '涉及线索数', type: 'count', doc: '提供的情况涉及几件线索', sample: '9' },
    { id: 'signed_by', title: '签收人', type: 'text', maxLength: 100, doc: '组织部谁签收' },
    {
      id: 'used_for',
      title: '使用情况',
      type: 'text',
      maxLength: 500,
      doc: '怎样用于考核市管干部',
      sample: '（示例，虚构）作为年度考核依据',
    },
    { id: 'used_on', title: '反馈日期', type: 'date', doc: '得知使用情况的日期' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: [['letter_no', 'date']],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }],
  sums: ['agencies', 'leads'],
};
