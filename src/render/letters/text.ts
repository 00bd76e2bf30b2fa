/**
 * 纯文本文书: a letter or sheet as plain text for a terminal, a mail or a diff. Widths count a Chinese character as two,
 * so that tables stand straight in a fixed-width font. No line is broken: the reader's program knows its width.
 */
import stringWidth from 'string-width';
import { chineseDate } from '../../domain/calendar.js';
import {
  DATE_PENDING,
  type Letter,
  type LetterBlock,
  type LetterTable,
  NUMBER_PENDING,
  RECEIVER_UNKNOWN,
  type Sheet,
  secrecyText,
  type TransferDocument,
} from '../../domain/letter.js';

const INDENT = '　　';
/** Width of the line against which signature and date are set right. */
const LINE = 56;

const right = (text: string): string => `${' '.repeat(Math.max(0, LINE - stringWidth(text)))}${text}`;
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Columns set apart by two blanks; a cell's line breaks become blanks. */
const tableLines = (table: LetterTable): readonly string[] => {
  const grid = [table.columns.map((column) => column.title), ...table.rows].map((row) =>
    row.map((cell) => cell.replace(/\s*\n\s*/g, ' ')),
  );
  const widths = table.columns.map((_, i) => Math.max(...grid.map((row) => stringWidth(row[i] ?? ''))));
  return grid.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const blockLines = (block: LetterBlock): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
      return [INDENT + block.text];
    case 'item':
      return [`${INDENT}${block.label}。${block.text}`];
    case 'table':
      return ['', ...tableLines(block.table), ''];
  }
};

const letterLines = (letter: Letter): readonly string[] => [
  ...(letter.secrecy === null ? [] : [secrecyText(letter.secrecy)]),
  letter.office,
  right(letter.number ?? NUMBER_PENDING),
  '',
  letter.title,
  '',
  `${letter.receiver ?? RECEIVER_UNKNOWN}：`,
  INDENT + letter.opening,
  ...letter.sections.flatMap((section) => [INDENT + section.title, ...section.blocks.flatMap(blockLines)]),
  ...letter.closing.map((each) => INDENT + each),
  '',
  ...letter.attachments.map((each, i) => `${i === 0 ? `${INDENT}附件：` : `${INDENT}　　　`}${i + 1}. ${each}`),
  '',
  right(letter.office),
  right(letter.date === null ? DATE_PENDING : chineseDate(letter.date)),
  '',
  `${INDENT}（${letter.contactLine}）`,
];

const sheetLines = (sheet: Sheet): readonly string[] => [
  ...(sheet.secrecy === null ? [] : [secrecyText(sheet.secrecy)]),
  sheet.title,
  '',
  ...sheet.before,
  '',
  ...sheet.rows.flatMap((row) => row.map(({ title, value }) => `${title}：${value.replaceAll('\n', `\n${INDENT}`)}`)),
  ...(sheet.table === null ? [] : tableLines(sheet.table)),
  '',
  ...sheet.after,
];

export const letterText = (document: TransferDocument): string =>
  `${(document.document === 'letter' ? letterLines(document) : sheetLines(document)).join('\n')}\n`;
