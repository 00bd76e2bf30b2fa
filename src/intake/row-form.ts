/** What is wrong with the form of a row (行的形式): the number of its cells, its quotes, characters that no text has. */
import type { RawRow } from '../domain/record.js';
import { forbiddenCharacter, type RowReader } from '../formats/index.js';
import { type CellProblem, problem } from './cells/cell.js';

const quoteProblem = (form: RowReader['problem']): CellProblem | null => {
  switch (form) {
    case null:
      return null;
    case 'quote-unclosed':
      return problem(
        'quote-unclosed',
        '此行有一个英文双引号没有成对',
        '请补上或删去多余的双引号；内容里的双引号要写成两个',
      );
    case 'quote-misplaced':
      return problem('quote-misplaced', '此行有单元格在右双引号之后还有文字', '请核对双引号；内容里的双引号要写成两个');
    case 'quote-in-middle':
      return problem(
        'quote-in-middle',
        '此行有单元格中间带英文双引号，按原文导入',
        '请核对内容；建议改用中文引号',
        'warning',
      );
    case 'nested':
      return problem(
        'yaml-nested',
        '此条记录里有一层套一层的内容，或者不是“键: 值”的写法',
        '请把每个键的内容写成一段文字或文字列表',
      );
    case 'record-too-long':
      return problem('record-too-long', '此行太长，不像一条记录', '请核对分隔符和换行，大段材料请另附');
  }
};

/** A row with another number of cells than there are headings is shifted somewhere; only surplus blank cells are harmless. */
export const formProblem = (row: RawRow, form: RowReader['problem']): readonly CellProblem[] => {
  const found: CellProblem[] = [];
  const quotes = quoteProblem(form);
  if (quotes) found.push(quotes);
  const expected = row.headings.names.length;
  const surplus = row.cells.slice(expected).some((cell) => typeof cell === 'string' && cell.trim() !== '');
  if (row.cells.length < expected || surplus) {
    const hint = surplus
      ? '请核对内容里是否有未加引号的分隔符，把各格对齐表头；退回文件中多出的内容放在该行最后'
      : '请核对是否漏了单元格，把各格对齐表头';
    found.push(problem('row-ragged', `此行有 ${row.cells.length} 个单元格，表头有 ${expected} 列`, hint));
  }
  return found;
};

export const controlProblem = (text: string): CellProblem | null => {
  const found = forbiddenCharacter(text);
  if (found < 0) return null;
  const code = found.toString(16).toUpperCase().padStart(4, '0');
  return problem('control-character', `含有看不见的控制字符（U+${code}）`, '请删除该字符，或重新录入这一格');
};
