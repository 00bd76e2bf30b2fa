/** HTML: a report as one file to read, to print on A4 and to hand on: caption, table, charts, notes. */
import type { StatisticsReport, TableColumn, TableRow } from '../../domain/table.js';
import { captionLines } from '../caption-lines.js';
import { cellText, headingTexts, isNumeric } from '../cell-text.js';
import { chartSvg } from '../chart-svg.js';
import { escaped, htmlPage } from '../html-page.js';

/** More columns than these, or more of words, are printed on a sheet turned sideways. */
const PORTRAIT_COLUMNS = 8;
const PORTRAIT_WORDS = 4;

const isWide = (columns: readonly TableColumn[]): boolean =>
  columns.length > PORTRAIT_COLUMNS || columns.filter(({ type }) => type === 'text').length > PORTRAIT_WORDS;

const classOf = ({ type }: TableColumn): string =>
  isNumeric(type) ? ' class="number"' : type === 'date' ? ' class="date"' : '';

const rowHtml = (row: TableRow, columns: readonly TableColumn[]): string =>
  `<tr>${columns.map((column) => `<td${classOf(column)}>${escaped(cellText(row, column))}</td>`).join('')}</tr>`;

/** One report as a section, so that several may stand on one page. */
const reportSection = (report: StatisticsReport, heading: 'h1' | 'h2'): string => {
  const { caption, columns, rows, totals, notes = [], charts = [] } = report;
  const headings = headingTexts(columns);
  return [
    isWide(columns) ? '<section class="across">' : '<section>',
    `<${heading}>${escaped(caption.title)}</${heading}>`,
    `<dl class="caption">${captionLines(caption)
      .map(({ title, text }) => `<div><dt>${title}</dt><dd>${escaped(text)}</dd></div>`)
      .join('')}</dl>`,
    '<div class="wide"><table>',
    `<thead><tr>${columns
      .map((column, i) => `<th${classOf(column)}>${escaped(headings[i] ?? column.title)}</th>`)
      .join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => rowHtml(row, columns)).join('\n')}</tbody>`,
    ...(totals ? [`<tfoot>${rowHtml(totals, columns)}</tfoot>`] : []),
    '</table></div>',
    ...(rows.length ? [] : ['<p>没有记录。</p>']),
    ...charts.map((chart) => {
      const title = escaped(chart.unit ? `${chart.title}（${chart.unit}）` : chart.title);
      return `<figure aria-label="${title}"><figcaption>${title}</figcaption>${chartSvg(chart)}</figure>`;
    }),
    ...(notes.length ? [`<ol class="notes">${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ol>`] : []),
    '</section>',
  ].join('\n');
};

/** Several reports on one page, a section each that begins a new sheet on paper. */
export const renderHtmlPack = (title: string, reports: readonly StatisticsReport[]): string =>
  htmlPage(title, [`<h1>${escaped(title)}</h1>`, ...reports.map((report) => reportSection(report, 'h2'))].join('\n'));

export const renderHtml = (report: StatisticsReport): string =>
  htmlPage(report.caption.title, reportSection(report, 'h1'));
