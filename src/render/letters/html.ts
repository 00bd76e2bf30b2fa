/**
 * HTML 文书: a letter with its sheets, or one of them, as one file without scripts or outside parts, that reads on a screen
 * and prints on A4 with the measures of page.ts. Everything from a lead is escaped.
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
  type TransferDocuments,
} from '../../domain/letter.js';
import { TITLE_CHARACTERS } from './page.js';
import { titleLines } from './title-lines.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const element = (tag: string, name: string, inner: string): string => `<${tag} class="${name}">${inner}</${tag}>`;
const text = (name: string, value: string): string => element('p', name, lines(value));

/** 3号 is 16 pt, 28.95 pt a line, 28 characters of 15.75 pt; faces fall back to what the machine has. */
const STYLE = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{margin:0;background:#e8e8e8;color:#000;font:16pt/28.95pt "仿宋_GB2312","FangSong","仿宋","STFangsong","Noto Serif CJK SC",serif;letter-spacing:-.25pt}
article{box-sizing:border-box;width:210mm;max-width:100%;min-height:297mm;margin:6mm auto;padding:30mm 26mm 35mm 28mm;background:#fff;text-align:justify;overflow-wrap:anywhere}
p,h1,h2{margin:0;font-size:inherit;font-weight:normal}
.body,.section{text-indent:2em}
.section,.secrecy,.attachment{font-family:"黑体","SimHei","Noto Sans CJK SC",sans-serif}
.item{font-family:"楷体_GB2312","KaiTi","楷体",serif}
.head{margin:0 -6mm 0 -8mm;padding-bottom:4mm;border-bottom:4pt double red;color:red;text-align:center;font-size:24pt;line-height:1.3}
.head,.title{font-family:"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","SimSun","Noto Serif CJK SC",serif}
.title{margin:28.95pt 0;text-align:center;font-size:22pt;line-height:28.95pt}
.number{text-align:right}.sign{margin-right:2em;text-align:right}.note{white-space:pre-wrap}
table{width:calc(100% - 1pt);border-collapse:collapse;margin:4pt 0;font-size:12pt;line-height:16pt;letter-spacing:0}
th,td{border:.5pt solid #000;padding:4pt;text-align:left;font-weight:normal}
th{font-family:"黑体","SimHei","Noto Sans CJK SC",sans-serif;text-align:center}
.form th{width:16%}thead{display:table-header-group}tr,.together{break-inside:avoid}
@media print{body{background:none}article{width:auto;min-height:0;margin:0;padding:0;break-after:page}article:last-child{break-after:auto}}
@media screen and (max-width:600px){article{padding:8mm 6mm}}
`.trim();

const table = ({ columns, rows }: LetterTable): string =>
  `<table><thead><tr>${columns.map(({ title, width }) => `<th style="width:${width}%">${escaped(title)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const block = (each: LetterBlock): string => {
  switch (each.type) {
    case 'paragraph':
      return text('body', each.text);
    case 'item':
      return element('p', 'body', `${element('span', 'item', `${escaped(each.label)}。`)}${lines(each.text)}`);
    case 'table':
      return table(each.table);
  }
};

const secrecyLine = ({ secrecy }: TransferDocument): string =>
  secrecy === null ? '' : text('secrecy', secrecyText(secrecy));

/** The last sentence stays with the signature: no page holds a signature alone. */
const signOff = (letter: Letter): string =>
  [
    ...letter.closing.slice(-1).map((each) => text('body', each)),
    '<br>',
    ...letter.attachments.map((each, i) => text('body', `${i === 0 ? '附件：' : '　　　'}${i + 1}. ${each}`)),
    '<br><br>',
    text('sign', letter.office),
    text('sign', letter.date === null ? DATE_PENDING : chineseDate(letter.date)),
    text('body', `（${letter.contactLine}）`),
  ].join('\n');

const letterArticle = (letter: Letter): string =>
  [
    text('head', letter.office),
    text('number', letter.number ?? NUMBER_PENDING),
    secrecyLine(letter),
    element('h1', 'title', titleLines(letter.titleParts, TITLE_CHARACTERS).map(escaped).join('<br>')),
    text('receiver', `${letter.receiver ?? RECEIVER_UNKNOWN}：`),
    text('body', letter.opening),
    ...letter.sections.flatMap((section) => [
      element('h2', 'section', escaped(section.title)),
      ...section.blocks.map(block),
    ]),
    ...letter.closing.slice(0, -1).map((each) => text('body', each)),
    element('div', 'together', signOff(letter)),
  ].join('\n');

const formTable = (rows: Sheet['rows']): string =>
  `<table class="form"><tbody>${rows
    .map((pairs) => {
      const span = pairs.length === 1 ? ' colspan="3"' : '';
      return `<tr>${pairs.map(({ title, value }) => `<th>${escaped(title)}</th><td${span}>${lines(value)}</td>`).join('')}</tr>`;
    })
    .join('')}</tbody></table>`;

const sheetArticle = (sheet: Sheet, attachment: number | null): string =>
  [
    ...(attachment === null ? [] : [text('attachment', `附件${attachment}`)]),
    secrecyLine(sheet),
    element('h1', 'title', escaped(sheet.title)),
    ...sheet.before.map((each) => text('note', each)),
    ...(sheet.rows.length === 0 ? [] : [formTable(sheet.rows)]),
    ...(sheet.table === null ? [] : [table(sheet.table)]),
    ...sheet.after.map((each) => text(sheet.document === 'receipt' ? 'sign' : 'note', each)),
  ].join('\n');

const page = (title: string, articles: readonly string[]): string =>
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
${articles.map((each) => `<article>\n${each}\n</article>`).join('\n')}
</body>
</html>
`;

export const letterHtml = (documents: TransferDocument | TransferDocuments): string => {
  if (!('letter' in documents))
    return page(documents.title, [
      documents.document === 'letter' ? letterArticle(documents) : sheetArticle(documents, null),
    ]);
  const { letter, register, materials, receipt } = documents;
  return page(letter.title, [
    letterArticle(letter),
    ...[register, materials, receipt].map((sheet, i) => sheetArticle(sheet, i + 1)),
  ]);
};
