/**
 * 零移送说明 (zero transfer): why a county transferred no lead in a period. That it transferred none is counted from the leads and
 * never taken from here; a county without an explanation is printed all the same.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const zeroTransfer: KindDeclaration = {
  id: 'zero-transfer',
  title: '零移送说明',
  unit: '条',
  fields: [
    { id: 'region', title: '行政区划', type: 'region', required: true, doc: '哪个县区', sample: '兴隆台区' },
    {
      id: 'period',
      title: '时段',
      type: 'period',
      required: true,
      doc: '哪一年、季度或者月份没有移送',
      sample: '2024年1季度',
    },
    {
      id: 'cause',
      title: '原因类别',
      type: 'choice',
      choicesFrom: 'zero_transfer_causes',
      doc: '没有线索、不敢移送、机制未建立等',
      sample: '机制不完善',
    },
    {
      id: 'reason',
      title: '原因分析',
      type: 'text',
      required: true,
      doc: '为什么没有移送',
      sample: '（示例，虚构）线索研判不经常',
    },
    { id: 'measures', title: '改进措施', type: 'text', doc: '准备怎么做', sample: '（示例，虚构）每月召开研判会' },
    { id: 'deadline', title: '完成时限', type: 'date', doc: '措施应当完成的日期', sample: '2024-06-30' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['region', 'period'],
  links: [],
  day: 'period',
  counted: [{ by: [] }, { by: ['region'] }, { by: ['cause'] }],
  sums: [],
};
