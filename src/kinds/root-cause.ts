/**
 * 病灶根源 (root cause): what lies behind a lead or a typical case, so that the illness is treated and not only the symptom
 * (溯源治理). Several causes of one lead are several rows.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const rootCause: KindDeclaration = {
  id: 'root-cause',
  title: '病灶根源',
  unit: '条',
  fields: [
    {
      id: 'lead_no',
      title: '线索编号',
      type: 'text',
      maxLength: 100,
      doc: '来自哪件线索；来自典型案例的填案例编号',
      sample: '示例〔2024〕001',
    },
    { id: 'case_no', title: '案例编号', type: 'text', maxLength: 100, doc: '来自哪起典型案例' },
    {
      id: 'cause',
      title: '根源类型',
      type: 'choice',
      required: true,
      choicesFrom: 'root_causes',
      doc: '制度缺失、执行不力、监督缺位等',
      sample: '制度缺失',
    },
    { id: 'agency', title: '单位', type: 'text', maxLength: 200, doc: '问题出在哪个单位', sample: '某县某局' },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘山县' },
    { id: 'found_on', title: '分析日期', type: 'date', doc: '作出分析的日期', sample: '2024-07-15' },
    {
      id: 'gap',
      title: '制度漏洞',
      type: 'text',
      doc: '缺哪项制度，或者哪项没有执行',
      sample: '（示例，虚构）调卷没有时限要求',
    },
    {
      id: 'advice',
      title: '防范建议',
      type: 'text',
      doc: '怎样防止再犯',
      sample: '（示例，虚构）明确三个工作日内移交案卷',
    },
    { id: 'adopted_on', title: '采纳日期', type: 'date', doc: '建议被采纳、制度出台的日期' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: [['lead_no', 'case_no'], 'cause'],
  numbered: true,
  links: [
    { field: 'lead_no', kind: 'lead', target: 'lead_no' },
    { field: 'case_no', kind: 'typical-case', target: 'case_no' },
  ],
  day: 'found_on',
  counted: [{ by: [] }, { by: ['cause'] }, { by: ['agency'] }, { by: ['cause', 'agency'] }, { by: ['region'] }],
  sums: [],
};
