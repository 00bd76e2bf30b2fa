/** 被反映人 (subject): the persons of a lead that has several. A row per person; the lead keeps the first one itself. */
import type { KindDeclaration } from '../domain/kind.js';

export const subject: KindDeclaration = {
  id: 'subject',
  title: '被反映人',
  unit: '人',
  fields: [
    {
      id: 'lead_no',
      title: '线索编号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '属于哪件线索',
      sample: '示例〔2024〕001',
    },
    { id: 'name', title: '姓名', type: 'text', required: true, maxLength: 100, doc: '被反映人姓名', sample: '陈某' },
    { id: 'agency', title: '单位', type: 'text', maxLength: 200, doc: '工作单位', sample: '某县某局' },
    { id: 'post', title: '职务', type: 'text', maxLength: 100, doc: '现任职务', sample: '副局长' },
    { id: 'rank', title: '职级', type: 'choice', choicesFrom: 'ranks', doc: '职级', sample: '乡科级' },
    {
      id: 'cadre_authority',
      title: '干部管理权限',
      type: 'choice',
      choicesFrom: 'cadre_authorities',
      doc: '由哪一级管理',
      sample: '县管',
    },
    {
      id: 'political_status',
      title: '政治面貌',
      type: 'text',
      maxLength: 50,
      doc: '中共党员、群众等',
      sample: '中共党员',
    },
    { id: 'subject_id', title: '身份证号', type: 'identity', privacy: 'masked', doc: '18 位，按文本填写' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['lead_no', 'name', 'post'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: null,
  counted: [{ by: [] }, { by: ['rank'] }, { by: ['cadre_authority'] }],
  sums: [],
};
