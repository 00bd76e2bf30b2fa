/**
 * 整改事项 (rectification): one item that an inspection, a circular or a case asked an agency to put right. Completion and
 * review are apart: an agency that says 已完成 is not yet one that was looked at.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const rectification: KindDeclaration = {
  id: 'rectification',
  title: '整改事项',
  unit: '项',
  fields: [
    {
      id: 'source',
      title: '意见来源',
      type: 'choice',
      required: true,
      choicesFrom: 'rectification_sources',
      doc: '哪次督察、检查或者通报提出的',
      sample: '中央依法治国办督察反馈',
    },
    {
      id: 'matter',
      title: '整改事项',
      type: 'text',
      required: true,
      maxLength: 500,
      doc: '反馈的问题',
      sample: '（示例，虚构）复议案卷调取不及时',
    },
    {
      id: 'agency',
      title: '责任单位',
      type: 'text',
      required: true,
      maxLength: 200,
      doc: '负责整改的单位',
      sample: '某县某局',
    },
    { id: 'region', title: '行政区划', type: 'region', doc: '责任单位所属的市或县区', sample: '盘山县' },
    { id: 'raised_on', title: '反馈日期', type: 'date', required: true, doc: '意见反馈的日期', sample: '2024-03-01' },
    { id: 'measures', title: '整改措施', type: 'text', doc: '采取的措施', sample: '（示例，虚构）修订调卷办法' },
    { id: 'deadline', title: '整改时限', type: 'date', doc: '应当完成的日期', sample: '2024-06-30' },
    {
      id: 'status',
      title: '整改状态',
      type: 'choice',
      choicesFrom: 'progress_states',
      doc: '未开始、办理中、已完成',
      sample: '已完成',
    },
    { id: 'done_on', title: '完成日期', type: 'date', doc: '整改完成的日期', sample: '2024-06-10' },
    { id: 'reviewed_on', title: '复核日期', type: 'date', doc: '复核确认的日期' },
    {
      id: 'reviewer',
      title: '复核单位',
      type: 'text',
      maxLength: 200,
      doc: '谁复核的，纪检监察机关日常监督的也填在这里',
      sample: '某县纪委监委',
    },
    { id: 'lead_no', title: '线索编号', type: 'text', maxLength: 100, doc: '涉及哪件线索' },
    { id: 'case_no', title: '案例编号', type: 'text', maxLength: 100, doc: '涉及哪起典型案例' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['source', 'matter', 'agency'],
  numbered: true,
  links: [
    { field: 'lead_no', kind: 'lead', target: 'lead_no' },
    { field: 'case_no', kind: 'typical-case', target: 'case_no' },
  ],
  day: 'raised_on',
  counted: [
    { by: [] },
    { by: ['source'] },
    { by: ['agency'] },
    { by: ['status'] },
    { by: ['source', 'status'] },
    { by: ['region'] },
    { by: ['region', 'status'] },
  ],
  sums: [],
};
