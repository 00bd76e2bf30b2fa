/**
 * Bytes -> which encoding (编码) they are in, decided on evidence: BOM, then the pattern of NUL bytes, then strict UTF-8 of
 * the whole file, then strict GB18030. A file that is a workbook, a picture or broken is refused here, before a record is
 * read. Trap: almost any bytes are GB18030 for a while, so UTF-8 is tried first and in full (it costs a tenth of a
 * second per gigabyte); GB18030 is tried on the beginning, and the reader stays strict to the last byte.
 */
import { isUtf8 } from 'node:buffer';
import { Failure } from '../domain/failure.js';
import type { Source } from '../files/index.js';
import { brokenBytes, firstBroken } from './broken-bytes.js';
import type { Encoding } from './encoding-name.js';
import { isControl } from './forbidden.js';

export type { Encoding } from './encoding-name.js';

/** 编码判定: the encoding and how many bytes of byte-order mark stand before the text. */
export interface EncodingVerdict {
  readonly encoding: Encoding;
  readonly bom: number;
}

const BLOCK = 1 << 20;
const SAMPLE = 1 << 16;
/** Up to here GB18030 is proved whole before anything is read; beyond, decoding twice would cost more than it saves. */
const PROVED_WHOLE = 16 << 20;

export const SAVE_AS_CSV =
  '请在 WPS 或 Excel 中打开，点“文件→另存为”，文件类型选“CSV UTF-8（逗号分隔）”，保存后导入新文件';

const MAGIC: readonly { readonly bytes: readonly number[]; readonly what: string; readonly hint: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: '压缩格式的文档（如 xlsx、docx）', hint: SAVE_AS_CSV },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: '旧版表格或文档（如 xls、et、doc）', hint: SAVE_AS_CSV },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'PDF 文件', hint: '请向提供者索要原始表格，另存为 CSV 后导入' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: '图片', hint: '请把图片中的内容录入表格后导入' },
  { bytes: [0xff, 0xd8, 0xff], what: '图片', hint: '请把图片中的内容录入表格后导入' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: '数据库文件', hint: '台账用 --ledger 指定，不作为导入文件' },
];

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte);

const binary = (path: string, what: string, hint: string): Failure =>
  new Failure(3, 'file-binary', `“${path}”是${what}，不是可以直接读取的表格文本`, hint);

/**
 * UTF-16LE text has NUL as the high byte of its digits, separators and line ends, and now and then as the low byte of a
 * Chinese character (一 is U+4E00); a character that is NUL, or another control character, means it is no text at all.
 */
const nulPattern = (head: Uint8Array): 'none' | 'utf-16le' | 'binary' => {
  let low = 0;
  let high = 0;
  let controls = 0;
  for (let i = 0; i < head.length; i += 2) {
    const first = head[i] ?? 0;
    if (first === 0) low++;
    if (head[i + 1] !== 0) continue;
    high++;
    if (isControl(first)) controls++;
  }
  if (low + high === 0) return 'none';
  return controls === 0 && low < high && high * 50 >= head.length ? 'utf-16le' : 'binary';
};

/** Bytes of the last, unfinished character at the end of a block. */
const unfinishedUtf8 = (block: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= block.length; back++) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
};

/** True where the whole file from `start` is strict UTF-8. */
const isUtf8Throughout = (source: Source, start: number): boolean => {
  const block = new Uint8Array(Math.min(BLOCK, source.size));
  for (let position = start; position < source.size; ) {
    const got = source.read(block, position);
    const bytes = block.subarray(0, got);
    const last = position + got >= source.size;
    const cut = last ? 0 : unfinishedUtf8(bytes);
    if (got === 0 || !isUtf8(bytes.subarray(0, got - cut))) return false;
    position += got - cut;
  }
  return true;
};

const decodes = (source: Source, encoding: 'gb18030' | 'utf-16le', start: number, end: number): boolean => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const block = new Uint8Array(Math.min(BLOCK, source.size));
  try {
    for (let position = start; position < end; position += block.length) {
      const got = source.read(block.subarray(0, Math.min(block.length, end - position)), position);
      decoder.decode(block.subarray(0, got), { stream: true });
    }
    if (end === source.size) decoder.decode();
    return true;
  } catch {
    return false;
  }
};

const proved = (source: Source, encoding: 'gb18030' | 'utf-16le', start: number): boolean =>
  decodes(source, encoding, start, source.size <= PROVED_WHOLE ? source.size : start + BLOCK);

/**
 * UTF-8 with a few bad bytes is often GB18030 by accident, and would be read as gibberish. So many sound UTF-8 bytes beyond
 * ASCII as are asked for here do not happen in GB18030 text.
 */
const SOUND_UTF8 = 24;

const isDamagedUtf8 = (source: Source): boolean => {
  const before = new Uint8Array(Math.min(BLOCK, Math.max(firstBroken(source, 'utf-8', 0), 0)));
  source.read(before, 0);
  let sound = 0;
  for (const byte of before) if (byte >= 0x80) sound++;
  return sound >= SOUND_UTF8;
};

const bomOf = (path: string, head: Uint8Array): EncodingVerdict | null => {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bom: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', bom: 2 };
  if (startsWith(head, [0xfe, 0xff]))
    throw new Failure(3, 'encoding-unsupported', `“${path}”的编码是 UTF-16BE，不能读取`, SAVE_AS_CSV);
  return null;
};

const strictly = (source: Source, { encoding, bom }: EncodingVerdict): EncodingVerdict => {
  const sound = encoding === 'utf-8' ? isUtf8Throughout(source, bom) : proved(source, encoding, bom);
  if (!sound) throw brokenBytes(source, [encoding], bom);
  return { encoding, bom };
};

/** Tells the encoding of a source, or why it cannot be text. `wanted` overrides all evidence but a fitting BOM. */
export const detectEncoding = (source: Source, wanted: 'auto' | Encoding): EncodingVerdict => {
  const { path } = source;
  const head = new Uint8Array(Math.min(SAMPLE, source.size));
  source.read(head, 0);
  for (const { bytes, what, hint } of MAGIC) if (startsWith(head, bytes)) throw binary(path, what, hint);
  const marked = bomOf(path, head);
  if (source.size <= (marked?.bom ?? 0))
    throw new Failure(3, 'file-empty', `“${path}”是空文件`, '请核对是否保存成功，或者选错了文件');
  if (wanted !== 'auto')
    return strictly(source, { encoding: wanted, bom: marked?.encoding === wanted ? marked.bom : 0 });
  if (marked) return strictly(source, marked);
  const pattern = nulPattern(head);
  if (pattern === 'binary') throw binary(path, '二进制文件', SAVE_AS_CSV);
  if (pattern === 'utf-16le') return strictly(source, { encoding: 'utf-16le', bom: 0 });
  if (isUtf8Throughout(source, 0)) return { encoding: 'utf-8', bom: 0 };
  if (isDamagedUtf8(source)) throw brokenBytes(source, ['utf-8'], 0);
  if (proved(source, 'gb18030', 0)) return { encoding: 'gb18030', bom: 0 };
  throw brokenBytes(source, ['utf-8', 'gb18030'], 0);
};
