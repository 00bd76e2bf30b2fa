/** Markdown: a report to paste into a document: caption as a list, table with numbers to the right, notes. */
import type { StatisticsReport } from '../../domain/table.js';
import { captionLines } from '../caption-lines.js';
import { cellText, headingTexts, isNumeric } from '../cell-text.js';

/** Text in its place in Markdown: marks that would become markup are taken literally, a cell stays on one line. */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|#~]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(/\r?\n/g, '<br>');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Several reports in one document, a section each. */
export const renderMarkdownPack = (title: string, reports: readonly StatisticsReport[]): string =>
  [`# ${markdownText(title)}`, '', ...reports.map((report) => section(report, '##'))].join('\n');

export const renderMarkdown = (report: StatisticsReport): string => section(report, '#');

const section = (report: StatisticsReport, heading: string): string => {
  const { caption, columns, rows, totals, notes = [] } = report;
  return [
    `${heading} ${markdownText(caption.title)}`,
    '',
    ...captionLines(caption).map(({ title, text }) => `- ${title}：${markdownText(text)}`),
    '',
    line(headingTexts(columns).map(markdownText)),
    line(columns.map((column) => (isNumeric(column.type) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => markdownText(cellText(row, column))))),
    ...(totals
      ? [
          line(
            columns
              .map((column) => cellText(totals, column))
              .map((text) => (text === '' ? '' : `**${markdownText(text)}**`)),
          ),
        ]
      : []),
    ...(notes.length ? ['', ...notes.map((note, i) => `${i + 1}. ${markdownText(note)}`)] : []),
    '',
  ].join('\n');
};
