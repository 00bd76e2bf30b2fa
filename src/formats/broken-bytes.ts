/**
 * Finds the first byte that breaks an encoding (编码损坏) and says where it is: byte position and line. Runs only when a
 * file is about to be refused, so it may be slow. Where two encodings are possible, the one that holds longer is
 * named, since that is what the file was meant to be.
 */
import { Failure } from '../domain/failure.js';
import type { Source } from '../files/index.js';
import type { Encoding } from './encoding-name.js';

const BLOCK = 1 << 16;

const TITLES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK）',
  'utf-16le': 'UTF-16LE',
};

/** Position of the first byte that a strict decoder refuses, or -1. Feeds block by block, then byte by byte. */
export const firstBroken = (source: Source, encoding: Encoding, start: number): number => {
  const block = new Uint8Array(BLOCK);
  let decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  // A decoder cannot be copied, so before each block it must be at rest: blocks end after a line feed where there is one.
  for (let position = start; position < source.size; ) {
    const got = source.read(block, position);
    if (got === 0) break;
    const last = position + got >= source.size;
    const feed = last || encoding === 'utf-16le' ? got : block.lastIndexOf(10, got - 1) + 1 || got;
    const bytes = block.subarray(0, feed);
    try {
      decoder.decode(bytes, { stream: !last });
    } catch {
      decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      let begun = 0;
      for (let i = 0; i < bytes.length; i++) {
        try {
          if (decoder.decode(bytes.subarray(i, i + 1), { stream: true }) !== '') begun = i + 1;
        } catch {
          return position + begun;
        }
      }
      return position + begun;
    }
    position += feed;
  }
  return -1;
};

/** Physical line, from 1, of a byte. */
const lineOf = (source: Source, offset: number): number => {
  const block = new Uint8Array(BLOCK);
  let line = 1;
  for (let position = 0; position < offset; position += BLOCK) {
    const bytes = block.subarray(0, Math.min(source.read(block, position), offset - position));
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) line++;
  }
  return line;
};

/** 编码损坏: the failure for a source that none of `candidates` can decode. */
export const brokenBytes = (source: Source, candidates: readonly Encoding[], bom: number): Failure => {
  let encoding: Encoding = candidates[0] ?? 'utf-8';
  let offset = -1;
  for (const candidate of candidates) {
    const found = firstBroken(source, candidate, bom);
    if (found > offset) [encoding, offset] = [candidate, found];
  }
  const byte = new Uint8Array(1);
  source.read(byte, Math.max(offset, 0));
  const hex = (byte[0] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = lineOf(source, Math.max(offset, 0));
  const message = `“${source.path}”第 ${line} 行、第 ${offset + 1} 个字节（0x${hex}）不是有效的 ${TITLES[encoding]} 文字，文件可能已损坏`;
  const hint = '请在原软件中重新另存为“CSV UTF-8”后导入；确知编码时可用 --encoding 指定';
  return new Failure(3, 'encoding-broken', message, hint, [
    { code: 'encoding-broken', severity: 'error', path: source.path, line, message, hint },
  ]);
};
