import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../src/notices/index.js';

describe('the number of a letter', () => {
  it('is prefix, full year in 〔〕 and a serial without leading zeros', () => {
    expect(formatNumber('某法治办移', 2024, 1)).toBe('某法治办移〔2024〕1号');
  });

  it.each([
    '某法治办移〔2024〕37号',
    '某法治办移[2024]37号',
    '某法治办移【2024】037号',
    '某法治办移（2024）第37号',
    ' 某法治办移〔２０２４〕３７号 ',
  ])('is read from %s', (text) => {
    expect(parseNumber(text)).toEqual({ prefix: '某法治办移', year: 2024, serial: 37 });
  });

  it.each([
    '',
    '〔2024〕1号',
    '某法治办移〔24〕1号',
    '某法治办移〔2024〕0号',
    '某法治办移〔2024〕1',
    '某法治办移2024-1号',
  ])('is not read from “%s”', (text) => expect(parseNumber(text)).toBeNull());

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 9_999_999 }), (year, serial) => {
        expect(parseNumber(formatNumber('某法治办移', year, serial))).toEqual({ prefix: '某法治办移', year, serial });
      }),
    );
  });
});
