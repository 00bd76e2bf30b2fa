/** Which encoding a file is in, on evidence; what is refused, and where it breaks. GB18030 is written as Node reads it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/files/index.js';
import { detectEncoding, type Encoding, textEncoder } from '../../src/formats/index.js';
import { openText } from '../../src/formats/text-chunks.js';

const path = join(mkdtempSync(join(tmpdir(), 'encoding-')), 'a.csv');
const gb18030 = textEncoder({ encoding: 'gb18030', bom: 0 });
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

const detect = (bytes: Uint8Array, wanted: 'auto' | Encoding = 'auto') => {
  writeFileSync(path, bytes);
  const source = openSource(path);
  try {
    return detectEncoding(source, wanted);
  } finally {
    source.close();
  }
};

const readAll = (bytes: Uint8Array): string => {
  writeFileSync(path, bytes);
  const source = openSource(path);
  const chunks = openText(source, detectEncoding(source, 'auto'));
  let text = '';
  for (let chunk = chunks.next(); chunk !== null; chunk = chunks.next()) text += chunk;
  source.close();
  return text;
};

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('线索编号,a\n'), { encoding: 'utf-8', bom: 0 }],
    ['UTF-8 with a BOM', Buffer.from('\ufeff线索编号\n'), { encoding: 'utf-8', bom: 3 }],
    ['GB18030', gb18030('线索编号,一〇䶮𬎆\n'), { encoding: 'gb18030', bom: 0 }],
    ['UTF-16LE with a BOM', utf16('\ufeff线索\t编号\n'), { encoding: 'utf-16le', bom: 2 }],
    ['UTF-16LE without one', utf16('线索\t编号\r\n1\t2\r\n'), { encoding: 'utf-16le', bom: 0 }],
    ['UTF-16LE with 一, whose low byte is NUL', utf16('线索\t编号\r\n1\t一〇一\r\n'), { encoding: 'utf-16le', bom: 0 }],
  ])('is told: %s', (_, bytes, verdict) => {
    expect(detect(bytes)).toEqual(verdict);
  });

  it('is what the person says, where that is possible', () => {
    const gbk = gb18030('联通');
    expect(detect(gbk, 'gb18030')).toEqual({ encoding: 'gb18030', bom: 0 });
    expect(() => detect(gb18030('线索编号'), 'utf-8')).toThrow(expect.objectContaining({ code: 'encoding-broken' }));
  });

  it('that breaks is refused with byte and line, also after a megabyte of sound text', () => {
    const sound = '线索编号,主要问题\n'.repeat(60_000);
    const bytes = Buffer.concat([Buffer.from(sound), Buffer.from([0xe7, 0xba]), Buffer.from(',甲\n')]);
    const at = Buffer.byteLength(sound) + 1;
    expect(() => detect(bytes)).toThrow(
      expect.objectContaining({
        exit: 3,
        code: 'encoding-broken',
        message: expect.stringContaining(`第 60001 行、第 ${at} 个字节（0xE7）不是有效的 UTF-8`),
      }),
    );
    const gbk = Buffer.concat([gb18030(sound), Buffer.from([0xff]), gb18030(',甲\n')]);
    expect(() => detect(gbk)).toThrow(expect.objectContaining({ message: expect.stringContaining('第 60001 行') }));
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['a BOM and nothing else', Buffer.from('\ufeff'), 'file-empty'],
    ['a workbook', Buffer.from('PK\u0003\u0004甲'), 'file-binary'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'file-binary'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'file-binary'],
    ['UTF-16BE', Buffer.from([0xfe, 0xff, 0x4e, 0x00]), 'encoding-unsupported'],
  ])('of %s is refused', (_, bytes, code) => {
    expect(() => detect(bytes)).toThrow(expect.objectContaining({ exit: 3, code }));
  });
});

/** Private-use codes that Node's decoder never yields. */
const NOT_IN_GB18030: ReadonlySet<number> = new Set([
  0xe5e5, 0xe78d, 0xe78e, 0xe78f, 0xe790, 0xe791, 0xe792, 0xe793, 0xe794, 0xe795, 0xe796, 0xe81e, 0xe826, 0xe82b,
  0xe82c, 0xe832, 0xe843, 0xe854, 0xe864,
]);

describe('GB18030', () => {
  it('is written so that it reads back, for every character there is', () => {
    let all = '';
    for (let code = 0x80; code <= 0x10ffff; code += code < 0x10000 ? 1 : 97)
      if ((code < 0xd800 || code > 0xdfff) && !NOT_IN_GB18030.has(code)) all += String.fromCodePoint(code);
    const back = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(gb18030(all));
    expect(back === all).toBe(true);
  });
});

describe('text in chunks', () => {
  it('is the whole text, wherever the chunks are cut', () => {
    const unit = fc.constantFrom('甲', 'a', '𬎆', 'é', '\n', ',', '\r\n', '〔');
    const encoders = fc.constantFrom<(text: string) => Uint8Array>(
      (text) => Buffer.from(text),
      gb18030,
      (text) => utf16(`\ufeff${text}`),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 50 }),
        fc.nat(200_000),
        fc.boolean(),
        encoders,
        (bit, size, lines, encode) => {
          const text = `甲${bit.repeat(Math.ceil(size / bit.length))}`.replaceAll(lines ? '\u0000' : '\n', '');
          expect(readAll(encode(text)) === text).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
