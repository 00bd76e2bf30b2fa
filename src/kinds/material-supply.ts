/**
 * 材料提供 (material supply): what the office hands to inspection teams and others as evidence and reference, above all the
 * error-correction ledger.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const materialSupply: KindDeclaration = {
  id: 'material-supply',
  title: '材料提供',
  unit: '次',
  fields: [
    { id: 'date', title: '提供日期', type: 'date', required: true, doc: '提供的日期', sample: '2023-10-16' },
    {
      id: 'receiver',
      title: '接收单位',
      type: 'text',
      required: true,
      maxLength: 200,
      doc: '提供给谁',
      sample: '某市委巡察组',
    },
    {
      id: 'matter',
      title: '材料名称',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '提供了什么',
      sample: '（示例，虚构）行政执法纠错案件台账',
    },
    {
      id: 'purpose',
      title: '用途',
      type: 'choice',
      choicesFrom: 'supply_purposes',
      doc: '市委巡察、评估等',
      sample: '市委巡察',
    },
    { id: 'round', title: '巡察轮次', type: 'text', maxLength: 100, doc: '第几轮巡察', sample: '第五轮' },
    { id: 'entries', title: '条数', type: 'count', doc: '材料含几条记录', sample: '18' },
    { id: 'signed_by', title: '签收人', type: 'text', maxLength: 100, doc: '谁签收' },
    { id: 'signed_on', title: '签收日期', type: 'date', doc: '签收的日期', sample: '2023-10-16' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['date', 'receiver', 'matter'],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }, { by: ['receiver'] }, { by: ['purpose'] }],
  sums: ['entries'],
};
