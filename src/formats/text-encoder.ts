/**
 * Text -> bytes in the encoding of a source (编码), so that a rejects file opens like the file it came from. Node decodes
 * GB18030 but cannot write it; the table here is made from the decoder itself, so both always agree.
 */
import type { EncodingVerdict } from './encoding.js';

/** Two-byte codes of GB18030, and the four-byte codes of the basic plane, from the decoder. Keyed by UTF-16 unit. */
const gb18030Table = (): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) learn([high, low]);
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) learn([a, b, c, d]);
  // The replacement character is a character too; above it marks codes that stand for nothing.
  return table.set('\ufffd', [0x84, 0x31, 0xa4, 0x37]);
};

/** Planes above the first are numbered in one line from 0x90308130. */
const supplementary = (codePoint: number): readonly number[] => {
  let n = codePoint - 0x10000;
  const d = n % 10;
  n = (n - d) / 10;
  const c = n % 126;
  n = (n - c) / 126;
  const b = n % 10;
  return [0x90 + (n - b) / 10, 0x30 + b, 0x81 + c, 0x30 + d];
};

let table: ReadonlyMap<string, readonly number[]> | undefined;

const encodeGb18030 = (text: string): Uint8Array => {
  table ??= gb18030Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    // What the decoder never yields (a few private-use codes, lone surrogates) cannot be in a GB18030 source.
    else bytes.push(...(code > 0xffff ? supplementary(code) : (table.get(character) ?? [0x3f])));
  }
  return Uint8Array.from(bytes);
};

/** An encoder for a source's encoding. */
export const textEncoder = ({ encoding }: EncodingVerdict): ((text: string) => Uint8Array) => {
  if (encoding === 'gb18030') return encodeGb18030;
  return (text) => Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
};

/** The byte-order mark to begin a file with: where the source had one. */
export const bomBytes = ({ encoding, bom }: EncodingVerdict): Uint8Array => {
  if (bom === 0) return new Uint8Array(0);
  return encoding === 'utf-8' ? Uint8Array.of(0xef, 0xbb, 0xbf) : Uint8Array.of(0xff, 0xfe);
};
