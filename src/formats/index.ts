/** Bytes <-> rows: encodings, CSV, YAML. Knows places, not meanings. */
export { CsvRows, DELIMITERS, type Delimiter, firstRows } from './csv-reader.js';
export { csvWriter, REJECT_HEADINGS } from './csv-writer.js';
export { detectEncoding, type Encoding, type EncodingVerdict } from './encoding.js';
export { forbiddenCharacter } from './forbidden.js';
export { type InputFormat, tellFormat } from './input-formats.js';
export type { RowReader, RowWriter } from './rows.js';
export { bomBytes, textEncoder } from './text-encoder.js';
export { isWorkbook, readWorkbook } from './workbook.js';
export { outlineYaml, type YamlOutline, YamlRows } from './yaml-reader.js';
export { yamlWriter } from './yaml-writer.js';
