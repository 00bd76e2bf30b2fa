/**
 * 考试 (exam): the qualification exam for enforcement officers by agency; pass rate = 合格 ÷ 参考, never ÷ 应考.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const exam: KindDeclaration = {
  id: 'exam',
  title: '考试',
  unit: '次',
  fields: [
    { id: 'date', title: '考试日期', type: 'date', required: true, doc: '考试的日期', sample: '2024-04-20' },
    {
      id: 'category',
      title: '考试类别',
      type: 'choice',
      required: true,
      choicesFrom: 'exam_categories',
      doc: '行政执法资格考试等',
      sample: '行政执法资格考试',
    },
    {
      id: 'agency',
      title: '单位',
      type: 'text',
      required: true,
      maxLength: 200,
      doc: '哪个单位的人员',
      sample: '某市某局',
    },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘锦市' },
    { id: 'expected', title: '应考人数', type: 'count', doc: '应当参加，人', sample: '40' },
    { id: 'attended', title: '参考人数', type: 'count', required: true, doc: '实际参加，人', sample: '38' },
    { id: 'passed', title: '合格人数', type: 'count', required: true, doc: '合格，人', sample: '36' },
    {
      id: 'content',
      title: '考试内容',
      type: 'text',
      maxLength: 500,
      doc: '是否含习近平法治思想等',
      sample: '含习近平法治思想',
    },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['date', 'category', 'agency'],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }, { by: ['agency'] }, { by: ['category'] }],
  sums: ['expected', 'attended', 'passed'],
};
