import Table from 'cli-table3';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/render/formats/table.js';
import { plainTable } from '../../src/render/plain-table.js';
import { terminalTable } from '../../src/render/terminal-table.js';
import { SAMPLE, WIDE } from './sample-report.js';

const plain = (width: number | null) => ({ color: false, width });
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const boxed = (text: string): readonly string[] => linesOf(text).filter((line) => /^[┌│├└]/.test(line));

describe('终端统计表', () => {
  it.each([80, 120])('aligns Chinese text at %i columns', async (width) => {
    await expect(renderTable(SAMPLE, plain(width))).toMatchFileSnapshot(`golden/report-${width}.txt`);
  });

  it('is not wrapped in a pipe, so that every row is one line', async () => {
    await expect(renderTable(SAMPLE, plain(null))).toMatchFileSnapshot('golden/report-pipe.txt');
  });

  it('cuts a table that is too wide into several with the row headings repeated', async () => {
    await expect(renderTable(WIDE, plain(80))).toMatchFileSnapshot('golden/report-wide-80.txt');
  });

  it('carries no escape codes without colour and some with it', () => {
    const code = String.fromCharCode(27);
    expect(renderTable(SAMPLE, plain(80))).not.toContain(code);
    expect(renderTable(SAMPLE, { color: true, width: 80 })).toContain(code);
  });

  it('says so where there is nothing to print', () => {
    expect(renderTable({ ...SAMPLE, rows: [], totals: null }, plain(80))).toContain('没有记录。');
    expect(plainTable(['文号'], [], plain(80))).toBe('没有记录。');
  });

  const anyText = fc.oneof(
    fc.string({ maxLength: 30, unit: fc.constantFrom(...'某局拒不提供案卷，“（）。；a1-Z 𬎆〔〕') }),
    fc.constantFrom('', '2024', '某单位\n某科室', 'averyveryverylongwordwithoutanybreak'),
  );

  it('lays rows of one line each into the frame as cli-table3 does itself', () => {
    const oneLine = anyText.filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(oneLine, oneLine), { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, right) => {
        const frame = new Table({
          head: ['事项', '数量'],
          colAligns: ['left', right ? 'right' : 'left'],
          style: { head: [], border: [], compact: true },
        });
        frame.push(...rows);
        const columns = [
          { heading: '事项', right: false },
          { heading: '数量', right },
        ];
        expect(terminalTable({ columns, rows }, plain(null))).toBe(frame.toString());
      }),
    );
  });

  it('keeps every line of a table equally wide and within the width, and loses no character', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((columns) =>
          fc.record({
            columns: fc.array(fc.record({ heading: anyText, right: fc.boolean() }), {
              minLength: columns,
              maxLength: columns,
            }),
            rows: fc.array(fc.array(anyText, { minLength: columns, maxLength: columns }), {
              minLength: 1,
              maxLength: 4,
            }),
          }),
        ),
        fc.constantFrom(80, 120),
        (table, width) => {
          const lines = boxed(
            terminalTable({ ...table, columns: table.columns.map((c) => ({ ...c, right: false })) }, plain(width)),
          );
          expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
          expect(stringWidth(lines[0] ?? '')).toBeLessThanOrEqual(width);
          const printed = lines.join('').replace(/[\s│─┌┐└┘├┤┬┴┼]/g, '');
          const given = [...table.columns.map((c) => c.heading), ...table.rows.flat()].join('').replace(/\s/g, '');
          expect([...printed].sort().join('')).toBe([...given].sort().join(''));
        },
      ),
      { numRuns: 80 },
    );
  });
});
