import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { chineseWrap, textWidth } from '../../src/render/chinese-wrap.js';

describe('中文折行', () => {
  it('breaks after any Chinese character', () => {
    expect(chineseWrap('拒不提供案卷材料', 8)).toBe('拒不提供\n案卷材料');
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(chineseWrap('拒不提供，推诿拖延', 8)).toBe('拒不提\n供，推诿\n拖延');
    expect(chineseWrap('该局以“不在”推诿', 8)).toBe('该局以\n“不在”推\n诿');
  });

  it('keeps numbers and Latin words whole', () => {
    expect(chineseWrap('编号ABC-2024的记录', 10)).toBe('编号\nABC-2024的\n记录');
  });

  it('cuts only what is longer than a line', () => {
    expect(chineseWrap('abcdefghijkl', 5)).toBe('abcde\nfghij\nkl');
  });
});

describe('列宽', () => {
  it('is what string-width says, for usual characters and for those left to it', () => {
    const character = fc.oneof(
      fc.constantFrom(
        ...'的，。“”‘’—…·〔〕（）、：；％ \u3000aZ9~',
        '\u302a',
        '\u0301',
        '\ufe0f',
        '\uff9e',
        '①',
        '👨‍👩‍👧',
        '한',
        '\t',
        '\u200b',
      ),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0xff01, max: 0xff9f }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x2000, max: 0x206f }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x3000, max: 0x303f }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const text = characters.join('');
        expect(textWidth(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
  });
});
