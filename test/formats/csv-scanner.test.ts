/** The CSV reader against csv-parse on random input, and what it does where csv-parse gives up. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../../src/formats/csv-scanner.js';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly problem: string | null;
}

/** Reads a text that arrives in pieces of `size` characters. */
const rowsOf = (text: string, delimiter = ',', size = text.length + 1): readonly Row[] => {
  let at = 0;
  const chunks = {
    next: (): string | null => {
      if (at >= text.length) return null;
      at += size;
      return text.slice(at - size, at);
    },
  };
  const scanner = new CsvScanner(chunks, delimiter);
  const rows: Row[] = [];
  for (let cells = scanner.next(); cells !== null; cells = scanner.next())
    rows.push({ cells, line: scanner.line, problem: scanner.problem });
  return rows;
};

const cellsOf = (text: string, delimiter?: string, size?: number): readonly (readonly string[])[] =>
  rowsOf(text, delimiter, size).map(({ cells }) => cells);

const byCsvParse = (text: string, delimiter: string): string[][] | null => {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
    }) as string[][];
  } catch {
    return null;
  }
};

const delimiters = fc.constantFrom(',', '\t', ';');
const cell = fc.string({
  unit: fc.constantFrom('甲', '乙', 'a', '"', ',', ';', '\t', '\n', '\r\n', ' ', '，'),
  maxLength: 8,
});

describe('the CSV reader', () => {
  it('gives back whatever was written with quotes, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        delimiters,
        fc.nat(9),
        (rows, d, n) => {
          const text = rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(d)).join('\n');
          expect(cellsOf(text, d, n + 1)).toEqual(rows);
        },
      ),
    );
  });

  it('agrees with csv-parse on every input that csv-parse accepts', () => {
    const damaged = fc.string({
      unit: fc.constantFrom('甲', 'a', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' '),
      maxLength: 40,
    });
    fc.assert(
      fc.property(damaged, delimiters, fc.nat(9), (text, d, n) => {
        const expected = byCsvParse(text, d);
        const rows = rowsOf(text, d, n + 1);
        if (expected === null) expect(rows.some(({ problem }) => problem !== null)).toBe(true);
        else expect(rows.map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no character of a damaged input', () => {
    const damaged = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '"', ',', '\n'), maxLength: 40 });
    const kept = (text: string): string => text.replace(/[^甲乙丙]/g, '');
    fc.assert(
      fc.property(damaged, fc.nat(9), (text, n) => {
        expect(
          kept(
            cellsOf(text, ',', n + 1)
              .flat()
              .join(''),
          ),
        ).toBe(kept(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts the physical lines of quoted cells', () => {
    expect(rowsOf('a,b\n"x\ny",1\r\nc,"p\r\nq\n"\nd,e').map(({ line }) => line)).toEqual([1, 2, 4, 7]);
  });

  it('keeps the rows after a quote that never closes', () => {
    const rows = rowsOf('a,b\n1,"甲\n2,乙\n3,丙\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '"甲'],
      ['2', '乙'],
      ['3', '丙'],
    ]);
    expect(rows.map(({ problem }) => problem)).toEqual([null, 'quote-unclosed', null, null]);
  });

  it('says that a quote stands in the middle of a cell and keeps it', () => {
    expect(rowsOf('a,他说"好"了\n')).toEqual([{ cells: ['a', '他说"好"了'], line: 1, problem: 'quote-in-middle' }]);
  });

  it('does not let one endless line grow without bound', () => {
    const rows = rowsOf(`a,b\n"${'长'.repeat(20 << 20)}\n1,2\n`, ',', 1 << 16);
    expect(rows.map(({ problem }) => problem)).toEqual([null, 'record-too-long', null]);
    expect(rows[2]?.cells).toEqual(['1', '2']);
  });
});
