/** 终端 (table): a report as a person reads it on the screen: title, caption, aligned table, notes. */
import type { StatisticsReport } from '../../domain/table.js';
import { captionLines } from '../caption-lines.js';
import { cellText, headingTexts, isNumeric } from '../cell-text.js';
import { inkFor, type Layout } from '../layout.js';
import { terminalTable } from '../terminal-table.js';
import { wrappedLines } from '../wrapped-lines.js';

export const renderTable = (report: StatisticsReport, layout: Layout): string => {
  const ink = inkFor(layout);
  const { columns, rows, totals, notes = [] } = report;
  const headings = headingTexts(columns);
  const all = totals ? [...rows, totals] : rows;
  const caption = captionLines(report.caption).map(({ title, text }) => `${title}：${text}`);
  const body = columns.length
    ? terminalTable(
        {
          columns: columns.map((column, i) => ({
            heading: headings[i] ?? column.title,
            right: isNumeric(column.type),
          })),
          rows: all.map((row) => columns.map((column) => cellText(row, column))),
          hasTotal: totals !== null,
        },
        layout,
      )
    : '没有记录。';
  return [
    ink.bold(report.caption.title),
    ...wrappedLines(caption, '　', layout).map((line) => ink.dim(line)),
    body,
    ...(rows.length ? [] : ['没有记录。']),
    ...notes.flatMap((note) => wrappedLines([`注：${note}`], '', layout)).map((line) => ink.dim(line)),
    '',
  ].join('\n');
};
