/**
 * Decoded text -> CSV rows that know their line (逗号、制表符、分号分隔). Strict where a shift could hide (nothing is merged or
 * dropped), lenient where only the form is odd (a stray quote stays text, with a problem beside the row). Own code
 * because the fast packages lose ragged rows and the strict ones hold an import back; tests hold it against csv-parse.
 * Trap: a quote that never closes would swallow all later rows, so such a row is read again as one line of plain text.
 */
import type { RowProblem } from './rows.js';
import type { TextChunks } from './text-chunks.js';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const TAB = 9;

/** A record longer than this (UTF-16 units) is cut, so that memory stays bounded whatever the file holds. */
const LONGEST_RECORD = 8 << 20;

export class CsvScanner {
  /** Physical line where the row just returned begins. */
  line = 0;
  /** Row number as a spreadsheet shows it: every row counts, blank ones too. */
  row = 0;
  problem: RowProblem | null = null;
  /** True where the row holds a control character other than a line break or a tab. */
  hasControl = false;

  private text = '';
  /** The same text as numbers: reading an array costs half of asking a string for its characters. */
  private units = new Uint16Array(1 << 16);
  private position = 0;
  private nextLine = 1;
  private atEnd = false;
  private readonly delimiter: number;
  /** No character above this code means anything to a CSV reader; Chinese text is passed over by one comparison. */
  private readonly highest: number;

  constructor(
    private readonly chunks: Pick<TextChunks, 'next'>,
    delimiter: string,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.highest = Math.max(QUOTE, this.delimiter);
  }

  /** The cells of the next row, or null at the end. */
  next(): string[] | null {
    while (this.position >= this.text.length) {
      if (this.atEnd) return null;
      this.hold(this.chunk());
    }
    this.line = this.nextLine;
    this.row++;
    for (;;) {
      this.problem = null;
      this.hasControl = false;
      const cells = this.scan(this.position, true) ?? (this.more() ? null : this.plainLine());
      if (cells !== null) return cells;
    }
  }

  private chunk(): string {
    const text = this.chunks.next();
    if (text === null) this.atEnd = true;
    return text ?? '';
  }

  /** Joins as much text again as is there already, so that a long field costs linear time; false where it must not grow. */
  private more(): boolean {
    const rest = this.text.slice(this.position);
    if (this.atEnd || rest.length > LONGEST_RECORD) return false;
    const pieces = [rest];
    for (let wanted = rest.length + 1; wanted > 0 && !this.atEnd; ) {
      const piece = this.chunk();
      pieces.push(piece);
      wanted -= piece.length;
    }
    this.hold(pieces.join(''));
    return true;
  }

  private hold(text: string): void {
    this.text = text;
    this.position = 0;
    if (text.length > this.units.length) this.units = new Uint16Array(text.length * 2);
    Buffer.from(this.units.buffer).write(text, 'utf16le');
  }

  /** One row from `start`; null where the text ends before the row does. Commits position and line on success only. */
  private scan(start: number, quoted: boolean): string[] | null {
    const { text, units, delimiter, highest, atEnd } = this;
    const length = text.length;
    const cells: string[] = [];
    let breaks = 0;
    let i = start;
    for (;;) {
      const cellStart = i;
      if (quoted && i < length && units[i] === QUOTE) {
        let doubled = false;
        let close = text.indexOf('"', i + 1);
        while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
          doubled = true;
          close = text.indexOf('"', close + 2);
        }
        // A quote as the last character may be the first half of a doubled one.
        if (close < 0 || (close + 1 === length && !atEnd)) return null;
        const content = text.substring(i + 1, close);
        const inside = this.lookInside(content);
        i = close + 1;
        const after = text.charCodeAt(i);
        if (i < length && after !== delimiter && after !== LF && after !== CR) {
          if (inside > 0) return this.plainLine();
          this.problem ??= 'quote-misplaced';
          while (i < length && !this.ends(text.charCodeAt(i))) i++;
          if (i === length && !atEnd) return null;
          cells.push(text.substring(cellStart, i));
        } else {
          breaks += inside;
          cells.push(doubled ? content.replaceAll('""', '"') : content);
        }
      } else {
        for (; i < length; i++) {
          const c = units[i] ?? 0;
          if (c > highest) continue;
          if (c === delimiter || c === LF || c === CR) break;
          if (c === QUOTE) this.problem ??= 'quote-in-middle';
          else if (c < 32 && c !== TAB) this.hasControl = true;
        }
        if (i === length && !atEnd) return null;
        cells.push(text.substring(cellStart, i));
      }
      const end = i < length ? (units[i] ?? LF) : LF;
      if (end === delimiter) {
        i++;
        continue;
      }
      if (end === CR && i + 1 === length && !atEnd) return null;
      if (i < length) breaks++;
      this.position = i + (end === CR && text.charCodeAt(i + 1) === LF ? 2 : 1);
      this.nextLine = this.line + breaks;
      return cells;
    }
  }

  private ends(code: number): boolean {
    return code === this.delimiter || code === LF || code === CR;
  }

  /** Line breaks inside a quoted cell (CR LF is one); notes control characters on the way. */
  private lookInside(content: string): number {
    let breaks = 0;
    for (let i = 0; i < content.length; i++) {
      const c = content.charCodeAt(i);
      if (c >= 32 || c === TAB) continue;
      if (c === LF || (c === CR && content.charCodeAt(i + 1) !== LF)) breaks++;
      else if (c !== CR) this.hasControl = true;
    }
    return breaks;
  }

  /** The way out of broken quoting: the first line of the record alone, quotes taken as text. The rest follows as rows of its own. */
  private plainLine(): string[] {
    const cells = this.scan(this.position, false);
    if (cells !== null) {
      this.problem = 'quote-unclosed';
      return cells;
    }
    const kept = this.text.slice(this.position).split(String.fromCharCode(this.delimiter));
    this.skipLine();
    this.problem = 'record-too-long';
    return kept;
  }

  private skipLine(): void {
    for (let end = -1; end < 0 && !this.atEnd; ) {
      this.hold(this.chunk());
      end = this.text.indexOf('\n');
      this.position = end < 0 ? this.text.length : end + 1;
    }
    this.nextLine = this.line + 1;
  }
}
