/**
 * A file -> what it is (查看输入文件): format, encoding, where its headings are, which kinds of records it holds. Refuses, with a
 * known failure, whatever cannot be read at all. Reads every byte once, to be sure of the encoding, and keeps none.
 * The result is plain data, so that the file can be opened again in another thread without a second look.
 */
import { basename, extname } from 'node:path';
import { Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import { fieldsOf } from '../domain/kind.js';
import { openSource, type Source } from '../files/index.js';
import {
  DELIMITERS,
  type Delimiter,
  detectEncoding,
  type Encoding,
  type EncodingVerdict,
  firstRows,
  type InputFormat,
  outlineYaml,
  tellFormat,
} from '../formats/index.js';
import { fieldOf } from './headings.js';
import { chooseKind, fitOf, type KnownKind, knownKinds, namedKind } from './kind-choice.js';
import { columnLetters } from './places.js';
import type { IntakeSettings } from './settings.js';

/** 部分: the records of one kind in a file; a sheet is one part, a YAML file one per kind. */
export interface InspectedPart {
  readonly part: number;
  readonly kind: string;
  /** YAML: numbers of the documents of this kind. */
  readonly documents: readonly number[];
}

export interface Inspection {
  readonly path: string;
  /** The path as messages show it. */
  readonly shownPath: string;
  readonly format: InputFormat;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly verdict: EncodingVerdict;
  readonly delimiter?: Delimiter;
  /** CSV: number of the row that holds the headings, from 1. */
  readonly headingRow: number;
  /** Field id -> column letter of the sheet; empty for YAML. */
  readonly columns: Readonly<Record<string, string>>;
  readonly parts: readonly InspectedPart[];
  readonly findings: readonly Finding[];
}

/** Headings are looked for in so many rows; above them stand titles, dates and names of offices. */
const HEADING_SEARCH = 30;

interface Layout {
  readonly delimiter: Delimiter;
  readonly headingRow: number;
  readonly names: readonly string[];
  readonly titles: string;
  readonly matched: number;
}

/** The row that names most fields of any kind in question; the first of them where several do. */
const bestLayout = (
  rows: readonly (readonly string[])[],
  kinds: readonly KnownKind[],
  delimiter: Delimiter,
): Layout => {
  let best: Layout = { delimiter, headingRow: 0, names: [], titles: '', matched: 0 };
  rows.forEach((names, at) => {
    const matched = Math.max(...kinds.map((known) => fitOf(known, names).matched));
    if (matched > best.matched)
      best = { delimiter, headingRow: at + 1, names, titles: rows.slice(0, at).flat().join(' '), matched };
  });
  return best;
};

/** Where each field stands in the sheet, so that a stored value can be traced to its cell. */
const columnsOf = ({ kind, index }: KnownKind, names: readonly string[]): Readonly<Record<string, string>> => {
  const fields = fieldsOf(kind);
  const columns: Record<string, string> = {};
  names.forEach((name, column) => {
    const field = fields[fieldOf(index, name)];
    if (field) columns[field.id] ??= columnLetters(column);
  });
  return columns;
};

const inspectTable = (
  source: Source,
  shownPath: string,
  verdict: EncodingVerdict,
  kinds: readonly KnownKind[],
  named: KnownKind | null,
): Pick<Inspection, 'delimiter' | 'headingRow' | 'columns' | 'parts'> => {
  const candidates = named ? [named] : kinds;
  const layouts = DELIMITERS.map((delimiter) =>
    bestLayout(firstRows(source, verdict, delimiter, HEADING_SEARCH), candidates, delimiter),
  );
  const best = layouts.reduce((a, b) => (b.matched > a.matched ? b : a));
  if (best.matched === 0) {
    const [rows] = [firstRows(source, verdict, ',', HEADING_SEARCH)];
    if (rows.every((cells) => cells.every((cell) => cell.trim() === '')))
      throw new Failure(3, 'file-empty', `“${shownPath}”里没有内容`, '请核对是否选错了文件');
    const wide = rows.some((cells) => cells.some((cell) => cell.split('，').length > 3));
    throw new Failure(
      3,
      'headings-not-found',
      `在“${shownPath}”的前 ${HEADING_SEARCH} 行里没有找到${named ? `“${named.kind.title}”的` : ''}表头`,
      wide
        ? '各列之间用的是中文逗号“，”，请改为英文逗号后导入'
        : '请核对是不是要导入的表；第一行应为“线索编号”这样的表头',
    );
  }
  const { delimiter, headingRow, names, titles } = best;
  const chosen = named ?? chooseKind(shownPath, kinds, names, `${titles} ${basename(shownPath)}`);
  return {
    delimiter,
    headingRow,
    columns: columnsOf(chosen, names),
    parts: [{ part: 0, kind: chosen.kind.id, documents: [] }],
  };
};

const inspectYaml = (
  source: Source,
  shownPath: string,
  verdict: EncodingVerdict,
  kinds: readonly KnownKind[],
  named: KnownKind | null,
): Pick<Inspection, 'headingRow' | 'columns' | 'parts'> => {
  const outline = outlineYaml(source, verdict, shownPath).filter(({ keys }) => keys.length > 0);
  if (outline.length === 0)
    throw new Failure(3, 'file-empty', `“${shownPath}”里没有记录`, '请核对文件；记录应写成以“- ”开头的列表');
  const documents = new Map<string, number[]>();
  for (const { document, kind, keys } of outline) {
    const known =
      named ?? (kind === null ? chooseKind(shownPath, kinds, keys, basename(shownPath)) : namedKind(kinds, kind, 3));
    documents.set(known.kind.id, [...(documents.get(known.kind.id) ?? []), document]);
  }
  return {
    headingRow: 0,
    columns: {},
    parts: [...documents].map(([kind, numbers], part) => ({ part, kind, documents: numbers })),
  };
};

/** Tells what a file is; throws a Failure (exit 3) where nothing of it can be read. */
export const inspectInput = (path: string, settings: IntakeSettings): Inspection => {
  const shownPath = settings.shownPath ?? path;
  const kinds = knownKinds(settings);
  const named = settings.kind === undefined ? null : namedKind(kinds, settings.kind);
  const source = openSource(path);
  try {
    const shownSource = { ...source, path: shownPath };
    const verdict = detectEncoding(shownSource, settings.encoding);
    const format = settings.workbook ? 'xlsx' : tellFormat(shownSource, verdict, extname(shownPath));
    const inspect = format === 'yaml' ? inspectYaml : inspectTable;
    const layout = inspect(shownSource, shownPath, verdict, kinds, named);
    return {
      path,
      shownPath,
      format,
      encoding: verdict.encoding,
      bom: verdict.bom > 0,
      verdict,
      ...layout,
      findings: [],
    };
  } finally {
    source.close();
  }
};
