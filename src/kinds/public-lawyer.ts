/** 公职律师 (public lawyer): a lawyer assigned to serve the commission, known by the certificate number. Unit 名. */
import type { KindDeclaration } from '../domain/kind.js';

export const publicLawyer: KindDeclaration = {
  id: 'public-lawyer',
  title: '公职律师',
  unit: '名',
  fields: [
    {
      id: 'certificate_no',
      title: '公职律师证号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '证号，按文本填写',
      sample: '示例证号001',
    },
    { id: 'name', title: '姓名', type: 'text', required: true, maxLength: 100, doc: '律师姓名', sample: '周某' },
    { id: 'agency', title: '单位', type: 'text', maxLength: 200, doc: '所在单位', sample: '某市司法局' },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘锦市' },
    {
      id: 'assigned_on',
      title: '指派日期',
      type: 'date',
      required: true,
      doc: '指派服务纪检监察机关的日期',
      sample: '2023-03-01',
    },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['certificate_no'],
  links: [],
  day: 'assigned_on',
  counted: [{ by: [] }, { by: ['agency'] }],
  sums: [],
};
