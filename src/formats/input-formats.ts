/**
 * The list of input formats (输入格式), and which of them a file is in: by its ending, and by its first line where the ending says
 * nothing, as with standard input. A new format is one line here and a reader.
 */
import type { Source } from '../files/index.js';
import type { EncodingVerdict } from './encoding.js';
import { openText } from './text-chunks.js';

export type InputFormat = 'csv' | 'yaml' | 'xlsx';

const INPUT_FORMATS: readonly {
  readonly id: InputFormat;
  readonly title: string;
  readonly endings: readonly string[];
}[] = [
  { id: 'csv', title: 'CSV（逗号、制表符或分号分隔）', endings: ['.csv', '.tsv', '.txt', '.tab'] },
  { id: 'xlsx', title: 'Excel、WPS 表格（xlsx、xls）', endings: ['.xlsx', '.xls', '.et'] },
  { id: 'yaml', title: 'YAML', endings: ['.yaml', '.yml', '.json'] },
];

/** A list item, a document marker, or a key with its value: no line of a sheet looks like that. */
const YAML_BEGINS = /^(?:\s*#.*\n|\s*\n)*(?:---\s|\s*- \S+?:(?:\s|$)|(?:kind|records|种类|记录)\s*:|\[\s*\{)/;

/** A workbook is told by its bytes before it gets here; text that is merely called .xls is looked into like any other. */
export const tellFormat = (source: Source, verdict: EncodingVerdict, ending: string): InputFormat => {
  const known = INPUT_FORMATS.find(({ endings }) => endings.includes(ending.toLowerCase()));
  if (known && known.id !== 'xlsx') return known.id;
  const begin = openText(source, verdict).next() ?? '';
  return YAML_BEGINS.test(begin.replaceAll('\r', '')) ? 'yaml' : 'csv';
};
