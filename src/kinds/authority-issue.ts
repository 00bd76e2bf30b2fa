/**
 * 职权问题 (authority issue): a long-standing gap between agencies: 衔接不到位, 授权不规范 or 职权不清晰, and how it was settled.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const authorityIssue: KindDeclaration = {
  id: 'authority-issue',
  title: '职权问题',
  unit: '项',
  fields: [
    {
      id: 'matter',
      title: '事项',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '什么职权有问题',
      sample: '（示例，虚构）机动车静态停车管理的职权衔接',
    },
    {
      id: 'issue',
      title: '问题类型',
      type: 'choice',
      required: true,
      choicesFrom: 'authority_issue_types',
      doc: '衔接不到位、授权不规范、职权不清晰',
      sample: '衔接不到位',
    },
    { id: 'agencies', title: '涉及部门', type: 'list', doc: '涉及哪些部门，可多个', sample: '某市公安局、某市城管局' },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘锦市' },
    {
      id: 'raised_on',
      title: '提出日期',
      type: 'date',
      required: true,
      doc: '发现或者提出问题的日期',
      sample: '2023-03-10',
    },
    {
      id: 'status',
      title: '办理状态',
      type: 'choice',
      choicesFrom: 'progress_states',
      doc: '未开始、办理中、已完成',
      sample: '已完成',
    },
    {
      id: 'solution',
      title: '解决方式',
      type: 'text',
      maxLength: 500,
      doc: '怎样解决的',
      sample: '（示例，虚构）明确由城管部门负责，公安交管部门配合',
    },
    { id: 'document', title: '依据文件', type: 'text', maxLength: 300, doc: '解决问题的文件名称和文号' },
    { id: 'solved_on', title: '解决日期', type: 'date', doc: '解决的日期；未解决的不填', sample: '2023-09-01' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['matter'],
  numbered: true,
  links: [],
  day: 'raised_on',
  counted: [{ by: [] }, { by: ['issue'] }, { by: ['status'] }, { by: ['issue', 'status'] }],
  sums: [],
};
