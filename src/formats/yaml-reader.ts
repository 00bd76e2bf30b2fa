/**
 * YAML source -> rows under their keys (YAML 记录). A file may hold several documents, each of one kind of record; a reader gives the rows
 * of those documents that it is asked for. Rows with the same keys share one Headings object, as those of a sheet do.
 */
import type { Headings, RawRow } from '../domain/record.js';
import type { Source } from '../files/index.js';
import type { EncodingVerdict } from './encoding.js';
import { forbiddenCharacter } from './forbidden.js';
import type { RowReader } from './rows.js';
import { openText, type TextChunks } from './text-chunks.js';
import { parsePiece, type YamlCell } from './yaml-node.js';
import { type YamlPiece, YamlPieces } from './yaml-pieces.js';
import { readPlainItem } from './yaml-plain.js';

interface Item {
  readonly keys: readonly string[];
  readonly cells: readonly YamlCell[];
  readonly line: number;
  readonly nested: boolean;
}

const forbiddenIn = (cell: string | readonly string[]): number =>
  forbiddenCharacter(typeof cell === 'string' ? cell : cell.join(''));

const NO_KEYS: Headings = { names: [] };

export class YamlRows implements RowReader {
  problem: RowReader['problem'] = null;
  hasControl = false;

  private readonly text: TextChunks;
  private readonly pieces: YamlPieces;
  private readonly seen = new Map<string, Headings>();
  private last: Headings = NO_KEYS;
  private waiting: Item[] = [];
  private record = 0;

  /** `documents`: numbers of the documents to read. */
  constructor(
    private readonly source: Source,
    verdict: EncodingVerdict,
    private readonly documents: ReadonlySet<number>,
    private readonly path: string,
  ) {
    this.text = openText(source, verdict);
    this.pieces = new YamlPieces(this.text, path);
  }

  get bytesDone(): number {
    return this.text.bytesDone;
  }

  next(): RawRow | null {
    let item = this.waiting.shift();
    while (item === undefined) {
      const piece = this.pieces.next();
      if (piece === null) return null;
      if (!this.documents.has(piece.document)) continue;
      this.waiting = this.itemsOf(piece);
      item = this.waiting.shift();
    }
    const { cells, line, nested } = item;
    this.problem = nested ? 'nested' : null;
    this.hasControl = false;
    for (const cell of cells) if (cell !== undefined && forbiddenIn(cell) >= 0) this.hasControl = true;
    this.last = this.headingsOf(item.keys);
    this.record++;
    return { headings: this.last, cells, line, record: this.record, row: 0 };
  }

  close(): void {
    this.source.close();
  }

  private itemsOf(piece: YamlPiece): Item[] {
    if (piece.shape === 'item') {
      const plain = readPlainItem(piece.text, this.last.names);
      if (plain) return [{ keys: plain.keys, cells: plain.cells, line: piece.line, nested: false }];
    }
    return [...parsePiece(piece.text, piece.line, this.path).records];
  }

  private headingsOf(keys: readonly string[]): Headings {
    if (keys === this.last.names) return this.last;
    const name = keys.join('\u0000');
    let headings = this.seen.get(name);
    if (headings === undefined) {
      headings = { names: keys };
      this.seen.set(name, headings);
    }
    return headings;
  }
}

/** 文档概况: one document of a file, for telling its kind. */
export interface YamlOutline {
  readonly document: number;
  /** `kind:` where the document says it. */
  readonly kind: string | null;
  /** All keys of its first records. */
  readonly keys: readonly string[];
  readonly line: number;
}

/** Records of a document whose keys are looked at; later ones may have further keys, which are then found while reading. */
const LOOKED_AT = 200;

const unquoted = (text: string): string =>
  text
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');

/** Goes once through a file: which documents there are, of which keys. */
export const outlineYaml = (source: Source, verdict: EncodingVerdict, path: string): readonly YamlOutline[] => {
  const pieces = new YamlPieces(openText(source, verdict), path);
  const found = new Map<number, { keys: Set<string>; kind: string | null; line: number; looked: number }>();
  let like: readonly string[] = [];
  for (let piece = pieces.next(); piece !== null; piece = pieces.next()) {
    const entry = found.get(piece.document) ?? { keys: new Set(), kind: null, line: piece.line, looked: 0 };
    found.set(piece.document, entry);
    entry.looked++;
    pieces.skipsItems = entry.looked >= LOOKED_AT;
    const plain = piece.shape === 'item' ? readPlainItem(piece.text, like) : null;
    if (plain) {
      if (plain.keys !== like || entry.keys.size === 0) for (const key of plain.keys) entry.keys.add(key);
      like = plain.keys;
      continue;
    }
    const content = parsePiece(piece.text, piece.line, path);
    if (piece.shape === 'document') entry.kind = content.kind;
    for (const { keys } of content.records) for (const key of keys) entry.keys.add(key);
  }
  for (const frame of pieces.frames) {
    const kind = /^(?:kind|种类)\s*:(.*)$/m.exec(frame.text)?.[1];
    const entry = found.get(frame.document);
    if (kind !== undefined && entry) entry.kind = unquoted(kind);
  }
  return [...found].map(([document, { keys, kind, line }]) => ({ document, kind, keys: [...keys], line }));
};
