/**
 * 处置反馈 (disposition): what the discipline-inspection commission (纪委监委) tells back about a transferred lead, a row per
 * stage. The four ways of disposition and the stages are office data (data/choices.csv): practice differs between cities.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const disposition: KindDeclaration = {
  id: 'disposition',
  title: '处置反馈',
  unit: '件',
  fields: [
    {
      id: 'lead_no',
      title: '线索编号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '反馈的是哪件线索',
      sample: '示例〔2024〕001',
    },
    {
      id: 'notice_number',
      title: '移送文号',
      type: 'text',
      maxLength: 100,
      doc: '对应的移送函文号',
      sample: '某法治办移〔2024〕1号',
    },
    {
      id: 'stage',
      title: '办理环节',
      type: 'choice',
      required: true,
      choicesFrom: 'disposition_stages',
      doc: '签收、处置、立案、办结等',
      sample: '处置',
    },
    { id: 'date', title: '日期', type: 'date', required: true, doc: '该环节的日期', sample: '2024-06-03' },
    {
      id: 'method',
      title: '处置方式',
      type: 'choice',
      choicesFrom: 'disposition_methods',
      doc: '谈话函询、初步核实、暂存待查、予以了结',
      sample: '初步核实',
    },
    {
      id: 'organ',
      title: '承办部门',
      type: 'text',
      maxLength: 200,
      doc: '承办的纪检监察部门',
      sample: '案件监督管理室',
    },
    { id: 'result', title: '办理结果', type: 'text', doc: '处理结果或未办结原因', sample: '（示例，虚构）正在核实' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['lead_no', 'stage', 'date'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'date',
  counted: [{ by: [] }, { by: ['stage'] }, { by: ['method'] }],
  sums: [],
};
