/**
 * YAML text -> the pieces that can be parsed one by one (YAML 分段): a list of mappings is cut at its top-level dashes, so that memory stays
 * that of one record. yaml itself holds gigabytes for a hundred thousand records. Lines are counted through, so a piece
 * knows where it stood. A document that is no plain list (a flow list, a single mapping) is one piece.
 * Why cutting by indentation is safe: whatever belongs to a list item, block text included, stands further right than its dash.
 */
import { Failure } from '../domain/failure.js';
import type { TextChunks } from './text-chunks.js';
import { yamlSyntax } from './yaml-node.js';

/** 一段: `item` is one entry of a list with its dash, `document` a whole document of another shape. */
export interface YamlPiece {
  readonly shape: 'item' | 'document';
  readonly text: string;
  /** Physical line of its first line that is not blank or a comment. */
  readonly line: number;
  /** Number of the document in the file, from 0. */
  readonly document: number;
}

/** What stands around the list of a document: `kind:` and `records:`. */
export interface YamlFrame {
  readonly document: number;
  readonly line: number;
  readonly text: string;
}

/** UTF-16 units of one piece; a plain list never comes near, and yaml needs fifty times as much memory. */
const LONGEST_PIECE = 16 << 20;

/** States of a document that has no dashes (yet): before its first line of a list, no list at all, ended by a marker. */
const BEFORE = -1;
const NO_LIST = -2;
const ENDED = -3;

const isBlankOrComment = (line: string): boolean => {
  const text = line.trimStart();
  return text === '' || text.charCodeAt(0) === 35;
};

const indentOf = (line: string): number => {
  let n = 0;
  while (line.charCodeAt(n) === 32) n++;
  return n;
};

const isDash = (line: string, at: number): boolean => {
  if (line.charCodeAt(at) !== 45) return false;
  const next = line.charCodeAt(at + 1);
  return Number.isNaN(next) || next === 32 || next === 13;
};

/** `kind:` and `records:` alone may frame a list that is read in pieces. */
const isFrameLine = (line: string): boolean =>
  /^(?:kind|种类)\s*:\s*\S.*$|^(?:records|记录)\s*:\s*$/.test(line.trimEnd());

export class YamlPieces {
  /** Frames of the documents read so far. */
  readonly frames: YamlFrame[] = [];
  /** Set by a reader that has seen enough of the present list: its further items are passed over, the next document is not. */
  skipsItems = false;

  private text = '';
  private position = 0;
  private lineNumber = 0;
  private document = -1;
  private frame: string[] = [];
  private frameLine = 0;
  private lines: string[] = [];
  private firstLine = 0;
  private size = 0;
  /** Where the dashes of the present list stand, or one of the negative states. */
  private dashes = BEFORE;

  constructor(
    private readonly chunks: TextChunks,
    private readonly path: string,
  ) {}

  next(): YamlPiece | null {
    for (;;) {
      if (this.dashes >= 0 && (this.lines.length > 0 || this.skipsItems)) this.gather();
      if (this.dashes >= 0 && !this.skipsItems && this.isItemAt(this.position)) {
        const piece = this.lines.length > 0 ? this.piece('item') : this.itemInOne();
        if (piece) return piece;
      }
      const line = this.line();
      if (line === null) return this.endDocument();
      const piece = this.take(line);
      if (piece) return piece;
    }
  }

  private take(line: string): YamlPiece | null {
    if (line.startsWith('---') && !/\S/.test(line.charAt(3))) {
      const piece = this.endDocument();
      this.begin();
      const rest = line.slice(3).trim();
      if (rest !== '' && !rest.startsWith('#')) this.whole(line.slice(3));
      return piece;
    }
    if (line.startsWith('...') && line.trimEnd() === '...') return this.endDocument();
    if (this.dashes === NO_LIST) {
      this.push(line);
      return null;
    }
    if (isBlankOrComment(line)) {
      if (this.lines.length > 0) this.push(line);
      return null;
    }
    if (this.document < 0 || this.dashes === ENDED) this.begin();
    const indent = indentOf(line);
    if (isDash(line, indent) && (this.dashes === indent || this.dashes === BEFORE)) {
      this.dashes = indent;
      const piece = this.piece('item');
      this.push(line);
      return piece;
    }
    if (this.dashes >= 0 && indent > this.dashes) {
      this.push(line);
      return null;
    }
    if (indent === 0 && isFrameLine(line)) {
      const piece = this.piece('item');
      if (this.frame.length === 0) this.frameLine = this.lineNumber;
      this.frame.push(line);
      return piece;
    }
    if (this.dashes >= 0) throw yamlSyntax(this.path, this.lineNumber, '此行不属于上面的列表，缩进不对');
    this.whole(line);
    return null;
  }

  /** Whether the line at a place of the text at hand has so many blanks before it. */
  private isIndented(start: number, blanks: number): boolean {
    for (let column = 0; column < blanks; column++) if (this.text.charCodeAt(start + column) !== 32) return false;
    return true;
  }

  /** Whether an item of the present list begins there. */
  private isItemAt(start: number): boolean {
    const { text, dashes } = this;
    const dash = start + dashes;
    return this.isIndented(start, dashes) && text.charCodeAt(dash) === 45 && text.charCodeAt(dash + 1) === 32;
  }

  /** Where the lines that belong to an item end, as far as they are at hand and end in a line feed alone, and how many they are. */
  private insideItem(start: number): { readonly end: number; readonly count: number } {
    const { text, dashes } = this;
    let end = start;
    let count = 0;
    while (this.isIndented(end, dashes + 1)) {
      const feed = text.indexOf('\n', end);
      if (feed < 0 || text.charCodeAt(feed - 1) === 13) break;
      end = feed + 1;
      count++;
    }
    return { end, count };
  }

  /**
   * An item that lies in the text at hand from its dash to the next one, its lines ending in a line feed alone: cut out as it stands, since
   * putting it together from its lines takes half the time of reading a plain list. Null where it does not.
   */
  private itemInOne(): YamlPiece | null {
    const { text, position } = this;
    const feed = text.indexOf('\n', position);
    if (feed < 0 || text.charCodeAt(feed - 1) === 13) return null;
    const { end, count } = this.insideItem(feed + 1);
    if (!this.isItemAt(end)) return null;
    const line = this.lineNumber + 1;
    this.position = end;
    this.lineNumber += 1 + count;
    return { shape: 'item', text: text.substring(position, end), line, document: this.document };
  }

  /**
   * The lines further right than the dash of the item under way, as far as they are in memory: taken together, since looking at each by
   * itself takes half the time of reading a plain list.
   */
  private gather(): void {
    const { text, position } = this;
    const { end, count } = this.insideItem(position);
    if (count === 0) return;
    this.push(text.substring(position, end - 1));
    this.lineNumber += count;
    this.position = end;
  }

  private begin(): void {
    this.skipsItems = false;
    this.document++;
    this.dashes = BEFORE;
    this.frame = [];
    this.frameLine = this.lineNumber;
  }

  /** The document is no plain list: all its lines together. */
  private whole(line: string): void {
    this.dashes = NO_LIST;
    this.lines = this.frame;
    this.firstLine = this.lines.length > 0 ? this.frameLine : 0;
    this.frame = [];
    this.push(line);
  }

  private push(line: string): void {
    if (this.skipsItems && this.dashes >= 0) return;
    if (this.lines.length === 0 || this.firstLine === 0) this.firstLine = this.lineNumber;
    this.lines.push(line);
    this.size += line.length + 1;
    if (this.size > LONGEST_PIECE)
      throw new Failure(
        3,
        'yaml-too-big',
        `“${this.path}”从第 ${this.firstLine} 行起的一段 YAML 太大，无法读取`,
        '请把记录写成以“- ”开头的列表，一条记录一段',
      );
  }

  private piece(shape: YamlPiece['shape']): YamlPiece | null {
    if (this.lines.length === 0) return null;
    const piece = { shape, text: `${this.lines.join('\n')}\n`, line: this.firstLine, document: this.document };
    this.lines = [];
    this.size = 0;
    this.firstLine = 0;
    return piece;
  }

  private endDocument(): YamlPiece | null {
    const piece = this.piece(this.dashes === NO_LIST ? 'document' : 'item');
    if (this.frame.length > 0)
      this.frames.push({ document: this.document, line: this.frameLine, text: this.frame.join('\n') });
    this.frame = [];
    if (this.document >= 0) this.dashes = ENDED;
    return piece;
  }

  /** The next physical line without its line feed, or null at the end. */
  private line(): string | null {
    let end = this.text.indexOf('\n', this.position);
    while (end < 0) {
      const chunk = this.chunks.next();
      if (chunk === null) {
        if (this.position >= this.text.length) return null;
        end = this.text.length;
        break;
      }
      this.text = this.text.slice(this.position) + chunk;
      this.position = 0;
      end = this.text.indexOf('\n');
    }
    const line = this.text.substring(this.position, end);
    this.position = end + 1;
    this.lineNumber++;
    return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
  }
}
