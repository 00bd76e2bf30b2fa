/**
 * 报表格式目录 (formats of a report). Each is loaded when it is asked for: a terminal table should not wait for the
 * modules that draw charts or write workbooks. A new format is one file here, one line below and its name in
 * format-names.ts; the types see to it that the two agree.
 */
import { EXIT, Failure } from '../../domain/failure.js';
import { nearest } from '../../domain/nearest.js';
import type { StatisticsReport } from '../../domain/table.js';
import { type PackFormat, REPORT_FORMATS, type ReportFormat } from '../format-names.js';
import type { Layout } from '../layout.js';

type Renderer = (report: StatisticsReport, layout: Layout) => string | Uint8Array | Promise<string | Uint8Array>;

const RENDERERS: Readonly<Record<ReportFormat, () => Promise<Renderer>>> = {
  table: async () => (await import('./table.js')).renderTable,
  csv: async () => (await import('./csv.js')).renderCsv,
  json: async () => (await import('./json.js')).renderJson,
  xlsx: async () => (await import('./xlsx.js')).renderXlsx,
  html: async () => (await import('./html.js')).renderHtml,
  md: async () => (await import('./md.js')).renderMarkdown,
};

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(RENDERERS, name);

/** A report in one format, as the bytes or text to write. The layout matters to the terminal table alone. */
export const renderReport = async (
  format: string,
  report: StatisticsReport,
  layout: Layout,
): Promise<string | Uint8Array> => {
  if (isFormat(format)) return (await RENDERERS[format]())(report, layout);
  const near = nearest(format, REPORT_FORMATS);
  throw new Failure(
    EXIT.usage,
    'report-format-unknown',
    `没有输出格式“${format.slice(0, 40)}”。`,
    `${near ? `是否指“${near}”？` : ''}可用的格式：${REPORT_FORMATS.join('、')}。`,
  );
};

type PackRenderer = (title: string, reports: readonly StatisticsReport[]) => string | Promise<Uint8Array>;

const PACK_RENDERERS: Readonly<Record<PackFormat, () => Promise<PackRenderer>>> = {
  xlsx: async () => {
    const { renderWorkbook } = await import('./xlsx.js');
    return (_, reports) => renderWorkbook(reports);
  },
  html: async () => (await import('./html.js')).renderHtmlPack,
  md: async () => (await import('./md.js')).renderMarkdownPack,
};

/** Several reports as one file: a workbook with a sheet each, a page or a document with a section each. */
export const renderPack = async (
  format: PackFormat,
  title: string,
  reports: readonly StatisticsReport[],
): Promise<string | Uint8Array> => (await PACK_RENDERERS[format]())(title, reports);
