/**
 * Markdown 文书: a letter or sheet as Markdown that reads well both as source and rendered. What stands in a lead may look
 * like Markdown; it is escaped, so that no fact disappears into formatting or becomes a link.
 */
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

const inline = (text: string): string => text.replace(/[\\`*_[\]<>|~&#]/g, '\\$&');

const escaped = (text: string): string =>
  inline(text)
    // A paragraph that begins like a list or a rule would become one.
    .replace(/^(\s*)(\d{1,9})([.)]\s)/, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/, '$1\\$2');

const cell = (text: string): string => inline(text).replace(/\s*\n\s*/g, '<br>') || '　';

const tableLines = ({ columns, rows }: LetterTable): readonly string[] => [
  `| ${columns.map((column) => cell(column.title)).join(' | ')} |`,
  `|${' --- |'.repeat(columns.length)}`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
];

const block = (each: LetterBlock): string => {
  switch (each.type) {
    case 'paragraph':
      return escaped(each.text);
    case 'item':
      // The 。 stands outside: CommonMark does not close ** between a punctuation mark and a Chinese character.
      return `**${inline(each.label)}**。${inline(each.text)}`;
    case 'table':
      return tableLines(each.table).join('\n');
  }
};

/** Blocks of the document; a blank line stands between them. */
const letterBlocks = (letter: Letter): readonly string[] => [
  ...(letter.secrecy === null ? [] : [`**${secrecyText(letter.secrecy)}**`]),
  `**${escaped(letter.office)}**`,
  escaped(letter.number ?? NUMBER_PENDING),
  `# ${escaped(letter.title)}`,
  `${escaped(letter.receiver ?? RECEIVER_UNKNOWN)}：`,
  escaped(letter.opening),
  ...letter.sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.map(block)]),
  '---',
  ...letter.closing.map(escaped),
  ['附件：', ...letter.attachments.map((each, i) => `${i + 1}. ${escaped(each)}`)].join('\n'),
  escaped(letter.office),
  letter.date === null ? DATE_PENDING : chineseDate(letter.date),
  `（${escaped(letter.contactLine)}）`,
];

/** The rows of a form as a table of heading and value, pairs one below the other. */
const formLines = (rows: Sheet['rows']): readonly string[] => [
  '| 项目 | 内容 |',
  '| --- | --- |',
  ...rows.flat().map(({ title, value }) => `| ${cell(title)} | ${cell(value)} |`),
];

const sheetBlocks = (sheet: Sheet): readonly string[] => [
  ...(sheet.secrecy === null ? [] : [`**${secrecyText(sheet.secrecy)}**`]),
  `# ${escaped(sheet.title)}`,
  ...sheet.before.map((each) => escaped(each.trim())),
  ...(sheet.rows.length === 0 ? [] : [formLines(sheet.rows).join('\n')]),
  ...(sheet.table === null ? [] : [tableLines(sheet.table).join('\n')]),
  ...sheet.after.map(escaped),
];

export const letterMarkdown = (document: TransferDocument): string =>
  `${(document.document === 'letter' ? letterBlocks(document) : sheetBlocks(document)).join('\n\n')}\n`;
