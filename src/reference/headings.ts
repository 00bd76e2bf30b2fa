/**
 * data/headings.csv -> 表头别名 (heading aliases): what real sheets call the fields of a kind. Which column means which field
 * is decided by intake; here the rows are only read.
 */
import { dataFault, readDataFile } from './data-file.js';

/** 表头别名: in sheets of `kind`, a column headed `heading` holds `field`. */
export interface HeadingAlias {
  readonly kind: string;
  readonly field: string;
  readonly heading: string;
}

export const readHeadings = (path: string): readonly HeadingAlias[] =>
  readDataFile(path, ['种类', '字段', '表头']).map((row) => {
    const alias = { kind: row.cell('种类'), field: row.cell('字段'), heading: row.cell('表头') };
    if (alias.kind === '' || alias.field === '' || alias.heading === '')
      throw dataFault(path, row.line, '有空单元格', '种类、字段、表头三列都要填写');
    return alias;
  });
