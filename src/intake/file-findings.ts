/**
 * Findings about a file as a whole (表头问题): headings that name nothing, headings that are missing or doubled, rows that are no
 * records. Said once each, because a column that vanishes unseen is worse than any faulty cell.
 */
import type { Finding } from '../domain/finding.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import { cut } from './folding.js';
import type { Binding } from './headings.js';
import { columnLetters } from './places.js';

/** Where the headings stand: the row of a sheet, or the first record that has a key. */
export interface HeadingPlace {
  readonly path: string;
  readonly line: number;
  /** Row of the headings; 0 for YAML. */
  readonly row: number;
}

/** Says each thing once per file, however many sets of keys a YAML file has. */
export class HeadingFindings {
  private readonly said = new Set<string>();

  constructor(private readonly kind: KindDeclaration) {}

  of(names: readonly string[], { unknown, doubled, columnOf }: Binding, place: HeadingPlace): readonly Finding[] {
    const findings: Finding[] = [];
    const fields = fieldsOf(this.kind);
    const titles = fields.map(({ title }) => title);
    const at = (column: number): Pick<Finding, 'path' | 'line' | 'cell' | 'heading'> => ({
      path: place.path,
      line: place.line,
      ...(place.row > 0 ? { cell: `${columnLetters(column)}${place.row}` } : {}),
      heading: names[column] ?? '',
    });
    for (const column of unknown) {
      const name = cut(names[column]?.trim() ?? '');
      if (this.isSaid(`unknown ${name}`)) continue;
      const close = nearest(name, titles);
      findings.push({
        ...at(column),
        code: 'heading-unknown',
        severity: 'warning',
        message: `表头「${name}」不是“${this.kind.title}”的字段，这一列没有导入`,
        hint: close ? `是否指「${close}」？是的话请改正表头后重新导入` : '不需要导入时可不管；需要时请改成模板中的表头',
      });
    }
    for (const { field, column } of doubled) {
      const name = cut(names[column]?.trim() ?? '');
      if (this.isSaid(`doubled ${name}`)) continue;
      const first = names[columnOf[field] ?? 0] ?? '';
      findings.push({
        ...at(column),
        code: 'heading-duplicate',
        severity: 'warning',
        message: `「${name}」和「${first}」两列都是“${titles[field] ?? ''}”，以先出现且不空的为准`,
        hint: '请只保留一列；两列内容不同的记录会被退回',
      });
    }
    // Keys of YAML records may be left out one by one; a column of a sheet is there or not.
    if (place.row === 0) return findings;
    fields.forEach(({ title, required, doc }, field) => {
      if (!required || (columnOf[field] ?? -1) >= 0) return;
      findings.push({
        path: place.path,
        line: place.line,
        heading: title,
        code: 'heading-missing',
        severity: 'warning',
        message: `缺少必填列「${title}」（${doc}）`,
        hint: '请在表头中补上这一列并填写；没有这一列时只能补充台账中已有的记录',
      });
    });
    return findings;
  }

  private isSaid(what: string): boolean {
    if (this.said.has(what)) return true;
    this.said.add(what);
    return false;
  }
}

const TOTALS: ReadonlySet<string> = new Set(['合计', '总计', '小计', '共计', '总合计', '本页合计', '累计']);

/** What a row is that is not blank and no record: a row of totals, or the headings once more. Null for a record. */
export const notRecord = (cells: readonly string[], headings: readonly string[]): 'total' | 'headings' | null => {
  for (const cell of cells) {
    if (cell === '') continue;
    // Only a short first cell can be one of these words; 本页合计 is the longest, with blanks between.
    if (cell.length > 12) break;
    const word = cell.replace(/[\s:：]+/g, '');
    if (word === '') continue;
    if (TOTALS.has(word)) return 'total';
    break;
  }
  if (cells[0] !== headings[0] || cells.length < headings.length) return null;
  for (let i = 0; i < headings.length; i++) if (cells[i] !== headings[i]) return null;
  return 'headings';
};

export const skippedRow = (what: 'total' | 'headings', path: string, line: number, row: number): Finding => ({
  path,
  line,
  cell: `A${row}`,
  code: what === 'total' ? 'row-total' : 'row-headings',
  severity: 'notice',
  message: what === 'total' ? `第 ${row} 行是合计行，没有作为记录导入` : `第 ${row} 行是重复的表头，没有作为记录导入`,
  hint: '无需处理',
});
