/**
 * 输出格式 (names of output formats), in the order in which help shows them. Apart from the formats themselves, so that the
 * command line knows the choices without loading what makes them.
 */

export type ReportFormat = 'table' | 'csv' | 'json' | 'xlsx' | 'html' | 'md';

export const REPORT_FORMATS: readonly string[] = [
  'table',
  'csv',
  'json',
  'xlsx',
  'html',
  'md',
] satisfies readonly ReportFormat[];

/** What a pack of reports is written as, all of them at once. */
export const PACK_FORMATS = ['xlsx', 'html', 'md'] as const;

export type PackFormat = (typeof PACK_FORMATS)[number];

export const LETTER_FORMATS = ['md', 'txt', 'html', 'docx', 'pdf'] as const;
