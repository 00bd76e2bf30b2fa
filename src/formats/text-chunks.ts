/**
 * Bytes of a source -> decoded text in chunks of whole lines, strictly: bytes that are not text stop the reading with a
 * known failure. Called by the CSV and YAML readers. Why chunks of 64 KB cut after a line feed: `transcode` decodes a
 * whole chunk four times faster than a stream decoder, the reader above almost never has to join two chunks, and
 * strings of this size die young. Trap: a line longer than a chunk is handed out in pieces, cut between characters.
 */
import { transcode } from 'node:buffer';
import type { Source } from '../files/index.js';
import { brokenBytes } from './broken-bytes.js';
import type { EncodingVerdict } from './encoding.js';

const CHUNK = 1 << 16;

/** 文本块: the next piece of text, or null at the end. */
export interface TextChunks {
  next(): string | null;
  /** Bytes of the source that were read so far. */
  readonly bytesDone: number;
}

/** Bytes up to and with the last line feed, or all whole characters where there is none. */
const cutAfterLine = (bytes: Buffer, wide: boolean): number => {
  for (let at = bytes.lastIndexOf(10); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(10, at - 1)) {
    if (!wide) return at + 1;
    if (at % 2 === 0 && bytes[at + 1] === 0) return at + 2;
  }
  return 0;
};

/** A line longer than the chunk: back off to where a UTF-8 character begins. */
const cutAfterCharacter = (bytes: Buffer): number => {
  let cut = bytes.length;
  while (cut > 0 && ((bytes[cut - 1] ?? 0) & 0xc0) === 0x80) cut--;
  return cut > 0 && (bytes[cut - 1] ?? 0) >= 0xc0 ? cut - 1 : bytes.length;
};

/** Reads text from `start` to `end` (the byte after the last). */
export const openText = (
  source: Source,
  verdict: EncodingVerdict,
  start = verdict.bom,
  end = source.size,
): TextChunks => {
  const { encoding } = verdict;
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  // Stream mode remembers a character cut in two, which for these encodings cannot be told from its bytes alone.
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let position = start;
  const decoded = (bytes: Buffer, last: boolean): string => {
    try {
      if (decoder) return decoder.decode(bytes, { stream: !last });
      const wide = transcode(bytes, 'utf8', 'ucs2');
      return wide.toString('ucs2');
    } catch {
      throw brokenBytes(source, [encoding], verdict.bom);
    }
  };
  return {
    get bytesDone() {
      return position;
    },
    next() {
      if (position >= end) return null;
      const got = source.read(buffer.subarray(0, Math.min(CHUNK, end - position)), position);
      // A file that shrinks while it is read ends here; what is missing shows as an unfinished last record.
      if (got === 0) return null;
      let bytes = buffer.subarray(0, got);
      const last = position + got >= end;
      if (!last) {
        const cut = cutAfterLine(bytes, encoding === 'utf-16le') || (decoder ? got : cutAfterCharacter(bytes));
        bytes = bytes.subarray(0, cut);
      }
      position += bytes.length;
      return decoded(bytes, last);
    },
  };
};
