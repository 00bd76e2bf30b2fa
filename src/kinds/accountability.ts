/**
 * 追责问责 (accountability): one person held accountable in one case or lead. A person under several measures counts once;
 * 移送司法 is a part of the persons, not added to them (ARTICLE.txt: 23 persons, 1 of them handed to judicial organs).
 */
import type { KindDeclaration } from '../domain/kind.js';

export const accountability: KindDeclaration = {
  id: 'accountability',
  title: '追责问责',
  unit: '人',
  fields: [
    {
      id: 'case_no',
      title: '案例编号',
      type: 'text',
      maxLength: 100,
      doc: '典型案例通报编号；没有则填线索编号',
      sample: '示例通报〔2024〕1号',
    },
    { id: 'lead_no', title: '线索编号', type: 'text', maxLength: 100, doc: '来自哪件线索', sample: '示例〔2024〕001' },
    { id: 'name', title: '姓名', type: 'text', required: true, maxLength: 100, doc: '受处理人姓名', sample: '陈某' },
    { id: 'agency', title: '单位', type: 'text', required: true, maxLength: 200, doc: '时任单位', sample: '某县某局' },
    { id: 'post', title: '职务', type: 'text', maxLength: 100, doc: '时任职务', sample: '副局长' },
    {
      id: 'role',
      title: '职务类别',
      type: 'choice',
      choicesFrom: 'roles',
      doc: '政府分管负责人、部门主要负责人等',
      sample: '其他',
    },
    { id: 'tenure', title: '任期次序', type: 'count', doc: '同一职务连续几任中的第几任', sample: '1' },
    {
      id: 'rank',
      title: '职级',
      type: 'choice',
      required: true,
      choicesFrom: 'ranks',
      doc: '时任职级',
      sample: '乡科级',
    },
    { id: 'region', title: '行政区划', type: 'region', doc: '县区名称或代码', sample: '盘山县' },
    {
      id: 'measures',
      title: '处理措施',
      type: 'list',
      required: true,
      choicesFrom: 'measures',
      doc: '党纪、政务处分和组织处理等，可多个',
      sample: '政务记过、诫勉',
    },
    {
      id: 'decided_on',
      title: '处理日期',
      type: 'date',
      required: true,
      doc: '作出处理决定的日期',
      sample: '2024-07-01',
    },
    {
      id: 'organ',
      title: '决定机关',
      type: 'text',
      maxLength: 200,
      doc: '作出处理决定的机关',
      sample: '某县监察委员会',
    },
    {
      id: 'judicial_transfer',
      title: '移送司法',
      type: 'flag',
      doc: '是否因涉嫌犯罪移送司法机关：是、否',
      sample: '否',
    },
    { id: 'judicial_on', title: '移送司法日期', type: 'date', doc: '移送司法机关的日期' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: [['case_no', 'lead_no'], 'name', 'post', 'agency'],
  numbered: true,
  links: [
    { field: 'case_no', kind: 'typical-case', target: 'case_no' },
    { field: 'lead_no', kind: 'lead', target: 'lead_no' },
  ],
  day: 'decided_on',
  counted: [],
  sums: [],
};
