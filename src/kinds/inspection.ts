/**
 * 监督检查 (inspection): joint inspections over the four 重点 (area, department, matter, issue) and field inspections of counties.
 * An inspection with several 重点 counts once under each.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const inspection: KindDeclaration = {
  id: 'inspection',
  title: '监督检查',
  unit: '次',
  fields: [
    {
      id: 'type',
      title: '检查类型',
      type: 'choice',
      required: true,
      choices: ['联合监督检查', '实地督察'],
      doc: '联合监督检查或者实地督察',
      sample: '联合监督检查',
    },
    {
      id: 'name',
      title: '检查名称',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '这次检查叫什么',
      sample: '（示例，虚构）涉企执法联合检查',
    },
    { id: 'start', title: '开始日期', type: 'date', required: true, doc: '检查开始的日期', sample: '2024-05-08' },
    { id: 'ended_on', title: '结束日期', type: 'date', doc: '检查结束的日期', sample: '2024-05-17' },
    { id: 'region', title: '行政区划', type: 'region', doc: '到哪个县区；全市的填市', sample: '盘山县' },
    {
      id: 'participants',
      title: '参加单位',
      type: 'list',
      doc: '哪些单位参加，可多个',
      sample: '某市法治办、某市纪委监委',
    },
    {
      id: 'focus',
      title: '重点类别',
      type: 'list',
      choicesFrom: 'inspection_focuses',
      doc: '重点区域、重点部门（单位）、重点事项、重点问题，可多个',
      sample: '重点事项',
    },
    {
      id: 'objects',
      title: '检查对象',
      type: 'text',
      maxLength: 500,
      doc: '具体检查哪些区域、部门、事项、问题',
      sample: '（示例，虚构）某县三个执法部门',
    },
    { id: 'problems', title: '发现问题数', type: 'count', doc: '发现问题，个', sample: '14' },
    { id: 'rectified', title: '已整改问题数', type: 'count', doc: '其中已整改，个', sample: '11' },
    { id: 'deadline', title: '整改时限', type: 'date', doc: '问题应当整改完成的日期', sample: '2024-07-31' },
    { id: 'lead_no', title: '转为线索', type: 'list', doc: '形成了哪些线索，可多个', sample: '示例〔2024〕001' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['type', 'name', 'start'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'start',
  counted: [{ by: [] }, { by: ['type'] }, { by: ['focus'] }, { by: ['type', 'focus'] }, { by: ['region'] }],
  sums: ['problems', 'rectified'],
};
