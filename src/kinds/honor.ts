/**
 * 荣誉 (honor): recognition that the mechanism received, e.g. a place in a national collection of cases.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const honor: KindDeclaration = {
  id: 'honor',
  title: '荣誉',
  unit: '项',
  fields: [
    {
      id: 'name',
      title: '名称',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '什么荣誉、入选什么',
      sample: '（示例，虚构）入选典型案例集',
    },
    { id: 'organ', title: '授予机关', type: 'text', maxLength: 200, doc: '谁授予、谁编选', sample: '某机关' },
    { id: 'date', title: '日期', type: 'date', doc: '授予或者公布的日期', sample: '2024-01-10' },
    { id: 'document', title: '依据文件', type: 'text', maxLength: 300, doc: '文件名称和文号' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['name'],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }],
  sums: [],
};
