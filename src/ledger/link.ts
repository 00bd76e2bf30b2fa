/**
 * 链环 (link): the bytes over which a journal row's digest is made, always in one place: the digest of the row before, of the content, of
 * the row as given, of the state (32 zeros for one that is absent), then the JSON of the rest. What is hashed is thus also what
 * is bound to the columns, and no digest is copied into a string on the way: that cost a third of all that is journalled.
 */
import { type Digest, digestOf } from './hashing.js';

/** Where in the source a record stood; zeros where the fact came from no file. */
export interface JournalPlace {
  readonly file: number;
  readonly line: number;
  readonly record: number;
  readonly row: number;
}

/** Bytes before the JSON. */
const DIGESTS = 128;

/** Positions of the digests among the 32-bit words. */
const CONTENT = 8;
const GIVEN = 16;
const STATE = 24;

/** Texts that come again in a row of links, as bytes; they are few. */
const fixed = new Map<string, Buffer>();

const fixedBytes = (text: string): Buffer => {
  let bytes = fixed.get(text);
  if (bytes === undefined) {
    bytes = Buffer.from(text);
    fixed.set(text, bytes);
  }
  return bytes;
};

/** What is the same for all rows of a run, of a kind, of an action: pieces of the JSON as bytes. */
export const runBytes = (run: string): Buffer => fixedBytes(`${run},`);
export const kindBytes = (kind: string): Buffer => fixedBytes(`"${kind}",`);
export const actionBytes = (revision: number, action: string): Buffer => fixedBytes(`,${revision},"${action}"]`);

const OPENING = Buffer.from('[');

export class Link {
  private bytes: Buffer = Buffer.allocUnsafeSlow(0);
  private words = new Int32Array(0);
  /** Views of the first bytes by their number: making one takes as long as hashing them. */
  private views: Buffer[] = [];
  /** Before sealing the digest of the row before, then that of the row itself. */
  head: Buffer = this.bytes;
  content: Buffer = this.bytes;
  given: Buffer = this.bytes;
  state: Buffer = this.bytes;
  private end = DIGESTS;

  constructor() {
    this.grow(1024);
  }

  private grow(length: number): void {
    const larger = Buffer.allocUnsafeSlow(length);
    larger.set(this.bytes);
    this.bytes = larger;
    this.words = new Int32Array(larger.buffer, 0, DIGESTS / 4);
    this.views = [];
    const digest = (word: number): Buffer => larger.subarray(word * 4, word * 4 + 32);
    this.head = digest(0);
    this.content = digest(CONTENT);
    this.given = digest(GIVEN);
    this.state = digest(STATE);
  }

  begin(head: Digest): void {
    write(this.head, head);
  }

  /** The digests of a row as strings. */
  digests(content: Digest, given: Digest | null, state: Digest | null): void {
    write(this.content, content);
    if (given === null) this.given.fill(0);
    else write(this.given, given);
    if (state === null) this.state.fill(0);
    else write(this.state, state);
  }

  /** The same as words of an array, those of content, given and state one after the other. */
  digestWords(from: Int32Array, at: number): void {
    const { words } = this;
    for (let i = 0; i < 24; i++) words[CONTENT + i] = from[at + i] ?? 0;
  }

  /** The same as bytes, one after the other. */
  digestBytes(from: Uint8Array): void {
    for (let i = 0; i < 96; i++) this.bytes[CONTENT * 4 + i] = from[i] ?? 0;
  }

  /** The JSON of a row: [number, run, file, line, record, row, kind, key, revision, action]. */
  row(
    seq: number,
    run: Buffer,
    { file, line, record, row }: JournalPlace,
    kind: Buffer,
    key: string,
    action: Buffer,
  ): void {
    // A character takes three bytes, or six where JSON writes it with an escape; 128 hold five numbers.
    const most = DIGESTS + run.length + kind.length + key.length * 6 + action.length + 128;
    if (most > this.bytes.length) this.grow(most * 2);
    this.end = DIGESTS;
    this.raw(OPENING);
    this.number(seq);
    this.raw(run);
    this.number(file);
    this.number(line);
    this.number(record);
    this.number(row);
    this.raw(kind);
    this.string(key);
    this.raw(action);
  }

  private raw(text: Buffer): void {
    const { bytes } = this;
    let { end } = this;
    for (let i = 0; i < text.length; i++) bytes[end++] = text[i] ?? 0;
    this.end = end;
  }

  /** A number, not negative, and a comma. */
  private number(value: number): void {
    const { bytes } = this;
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    let at = this.end + digits;
    this.end = at + 1;
    bytes[at] = 44;
    let rest = value;
    do {
      const tens = Math.floor(rest / 10);
      bytes[--at] = 48 + rest - tens * 10;
      rest = tens;
    } while (rest > 0);
  }

  /** A text as JSON: characters that JSON writes as they are, here, in UTF-8; any other sends the whole text the long way. */
  private string(text: string): void {
    const { bytes } = this;
    let { end } = this;
    bytes[end++] = 34;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c < 0x80) {
        if (c < 32 || c === 34 || c === 92) {
          this.text(JSON.stringify(text));
          return;
        }
        bytes[end++] = c;
      } else if (c < 0x800) {
        bytes[end++] = 0xc0 | (c >> 6);
        bytes[end++] = 0x80 | (c & 63);
      } else {
        if (c >= 0xd800 && c < 0xe000) {
          this.text(JSON.stringify(text));
          return;
        }
        bytes[end++] = 0xe0 | (c >> 12);
        bytes[end++] = 0x80 | ((c >> 6) & 63);
        bytes[end++] = 0x80 | (c & 63);
      }
    }
    bytes[end++] = 34;
    this.end = end;
  }

  private text(text: string): void {
    this.end += this.bytes.write(text, this.end, 'utf8');
  }

  /** Digest of all of it, which from now on is that of the row before. */
  seal(): Digest {
    const { end } = this;
    this.views[end] ??= this.bytes.subarray(0, end);
    const digest = digestOf(this.views[end]);
    write(this.head, digest);
    return digest;
  }
}

const write = (bytes: Buffer, digest: Digest): void => {
  for (let i = 0; i < 32; i++) bytes[i] = digest.charCodeAt(i);
};
