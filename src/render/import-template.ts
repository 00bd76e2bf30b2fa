/** 导入模板: the headings of a record kind and one invented sample row, as CSV with BOM, so that WPS and Excel open it right. */
import { stringify } from 'csv-stringify/sync';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';

export const importTemplate = (kind: KindDeclaration): string => {
  const fields = fieldsOf(kind);
  return stringify([fields.map((field) => field.title), fields.map((field) => field.sample ?? '')], {
    bom: true,
    record_delimiter: 'windows',
  });
};
