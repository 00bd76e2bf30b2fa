/**
 * 约谈 (interview): the city office calls in those who are responsible in a county where the mechanism moves slowly.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const interview: KindDeclaration = {
  id: 'interview',
  title: '约谈',
  unit: '次',
  fields: [
    { id: 'region', title: '行政区划', type: 'region', required: true, doc: '约谈哪个县区', sample: '兴隆台区' },
    { id: 'date', title: '约谈日期', type: 'date', required: true, doc: '约谈的日期', sample: '2024-05-23' },
    {
      id: 'subjects',
      title: '约谈对象',
      type: 'text',
      maxLength: 300,
      doc: '约谈哪些人员，写职务不写姓名',
      sample: '区委法建办负责同志',
    },
    { id: 'organ', title: '约谈单位', type: 'text', maxLength: 200, doc: '谁约谈', sample: '某市法治办' },
    {
      id: 'reason',
      title: '约谈原因',
      type: 'text',
      doc: '为什么约谈',
      sample: '（示例，虚构）机制运行以来没有移送案件',
    },
    { id: 'demands', title: '整改要求', type: 'text', doc: '提出了什么要求', sample: '（示例，虚构）一个月内完善机制' },
    { id: 'deadline', title: '整改时限', type: 'date', doc: '应当完成的日期', sample: '2024-06-30' },
    { id: 'result', title: '整改情况', type: 'text', doc: '后来怎样', sample: '（示例，虚构）' },
    { id: 'done_on', title: '完成日期', type: 'date', doc: '整改完成的日期' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['region', 'date'],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }, { by: ['region'] }],
  sums: [],
};
