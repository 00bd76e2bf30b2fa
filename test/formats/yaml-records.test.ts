/** Records from YAML: the plain reader against the yaml package, pieces against whole documents, and what is refused. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Failure } from '../../src/domain/failure.js';
import { openSource } from '../../src/files/index.js';
import { outlineYaml, YamlRows, yamlWriter } from '../../src/formats/index.js';
import { readPlainItem } from '../../src/formats/yaml-plain.js';

const folder = mkdtempSync(join(tmpdir(), 'yaml-'));
const VERDICT = { encoding: 'utf-8', bom: 0 } as const;

const rowsOf = (text: string, documents = [0]) => {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, text);
  const reader = new YamlRows(openSource(path), VERDICT, new Set(documents), 'a.yaml');
  const rows = [];
  for (let row = reader.next(); row !== null; row = reader.next()) rows.push({ ...row, problem: reader.problem });
  reader.close();
  return rows;
};

/** What the yaml package reads, as keys and texts; absent values are left out. */
const byYaml = (text: string): unknown => {
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'silent' });
  } catch {
    return null;
  }
};

const asObject = (keys: readonly string[], cells: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']));

const nullsToBlank = (value: unknown): unknown =>
  Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([k, v]) => [
      k,
      ['~', 'null', 'Null', 'NULL'].includes(String(v)) ? '' : v,
    ]),
  );

describe('the plain reader of YAML items', () => {
  it('reads whatever it accepts as the yaml package does', () => {
    const bit = fc.constantFrom(
      '甲',
      '事项',
      'a',
      '1',
      '00',
      '"',
      "'",
      ':',
      ': ',
      ' #',
      '#',
      '-',
      ',',
      '[',
      ']',
      '{',
      '\\n',
      '\\',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '~',
      'null',
      ' ',
      '\t',
      '是',
      '?',
      '=',
      '\n',
      '\n  ',
      '\n    ',
    );
    const value = fc.array(bit, { maxLength: 6 }).map((bits) => bits.join(''));
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const text = `- lead_no: ${a}\n  主要问题: ${b}\n  备注:${c === '' ? '' : ` ${c}`}\n`;
        const plain = readPlainItem(text, []);
        if (plain === null) return;
        const [expected] = (byYaml(text) as unknown[] | null) ?? [];
        // Quoted "null" is text and plain null is absent: the package's failsafe schema cannot tell them apart.
        if (/["'](~|null)["']/.test(text)) return;
        expect(asObject(plain.keys, plain.cells)).toEqual(nullsToBlank(expected));
      }),
      { numRuns: 5000 },
    );
  });

  it('takes the records that the yaml package writes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ lead_no: text, 主要问题: text, 备注: text }), { minLength: 1, maxLength: 5 }),
        (list) => {
          const written = stringify(list, { lineWidth: 0 });
          const rows = rowsOf(written);
          expect(rows.map(({ headings, cells }) => asObject(headings.names, cells))).toEqual(list);
        },
      ),
    );
  });

  it('keeps leading zeros and 18 digits as they are written', () => {
    expect(readPlainItem('- a: 0012\n  b: 211122199001010010\n', [])?.cells).toEqual(['0012', '211122199001010010']);
  });
});

describe('YAML records', () => {
  it('know the line on which each begins, comments and block texts between them', () => {
    const rows = rowsOf('# 说明\n- a: 1\n  b: |\n    - 甲\n    乙\n\n# 中间\n- a: 2\n  b: [x, y]\n- a: 3\n');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, '1'],
      [8, '2'],
      [10, '3'],
    ]);
    expect(rows[0]?.cells[1]).toBe('- 甲\n乙\n');
    expect(rows[1]?.cells[1]).toEqual(['x', 'y']);
  });

  it('are cut alike wherever the text of the file is cut, with comments, blank lines, block texts and other line ends between them', () => {
    const item = fc.record({
      a: fc.constantFrom('1', '00', '甲乙丙', '"x: y"', "'z'", '', '~'),
      b: fc.constantFrom('长'.repeat(400), '|\n    - 甲\n\n    乙', '>-\n    一\n    二', '[x, y]', '短'),
      behind: fc.constantFrom('', '', '', '\n', '# 说明\n', '  # 说明\n', '\n\n# 甲\n'),
      windows: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(
        // Some hundred KB: the reader takes 64 at a time.
        fc.array(item, { minLength: 300, maxLength: 600 }),
        fc.constantFrom('', '  '),
        (items, indent) => {
          let text = '';
          const lines: number[] = [];
          for (const { a, b, behind, windows } of items) {
            lines.push(text.split('\n').length);
            const written = `- a: ${a}\n  b: ${b}\n${behind}`.replaceAll(/^(?=.)/gm, indent);
            text += windows === 0 ? written.replaceAll('\n', '\r\n') : written;
          }
          const rows = rowsOf(text);
          expect(rows.map(({ line }) => line)).toEqual(lines);
          const expected = (byYaml(text) as Record<string, unknown>[]).map(nullsToBlank);
          expect(rows.map(({ headings, cells }) => asObject(headings.names, cells))).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('share one set of headings where the keys are the same', () => {
    const [one, two, three] = rowsOf('- a: 1\n  b: 2\n- a: 3\n  b: 4\n- b: 1\n');
    expect(one?.headings).toBe(two?.headings);
    expect(three?.headings.names).toEqual(['b']);
  });

  it('are found under kind: and records:, in several documents, and in flow style', () => {
    const text =
      '---\nkind: lead\nrecords:\n  - a: 1\n---\n- b: 2\n---\nrecords:\n- c: 3\nkind: subject\n---\n[{d: 4}, {d: 5}]\n';
    const path = join(folder, 'b.yaml');
    writeFileSync(path, text);
    const source = openSource(path);
    expect(outlineYaml(source, VERDICT, path)).toEqual([
      { document: 0, kind: 'lead', keys: ['a'], line: 4 },
      { document: 1, kind: null, keys: ['b'], line: 6 },
      { document: 2, kind: 'subject', keys: ['c'], line: 9 },
      { document: 3, kind: null, keys: ['d'], line: 12 },
    ]);
    source.close();
    expect(rowsOf(text, [0, 3]).map(({ cells }) => cells[0])).toEqual(['1', '4', '5']);
  });

  it('are told document by document, however long the one before is', () => {
    const path = join(folder, 'c.yaml');
    writeFileSync(path, `${'- a: 1\n'.repeat(500)}kind: lead\n---\n- b: 2\n`);
    const source = openSource(path);
    expect(outlineYaml(source, VERDICT, path).map(({ kind, keys }) => [kind, keys])).toEqual([
      ['lead', ['a']],
      [null, ['b']],
    ]);
    source.close();
  });

  it('treat null, ~ and nothing as absent, and quoted null as text', () => {
    expect(rowsOf('- {a: null, b: ~, c: , d: "null"}\n')[0]?.cells).toEqual([undefined, undefined, undefined, 'null']);
  });

  it('that nest further are told apart, with their source text kept', () => {
    expect(rowsOf('- a: {x: 1}\n')[0]).toMatchObject({ problem: 'nested', cells: ['{x: 1}'] });
  });

  it.each([
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'yaml-alias-bomb'],
    ['an alias bomb in a list', '- &a [x, x]\n- [*a, *a, *a]\n', 'yaml-alias-bomb'],
    ['a quote that never closes', '- a: 1\n- a: "甲\n- a: 3\n', 'yaml-syntax'],
    ['a key given twice', '- a: 1\n  a: 2\n', 'yaml-syntax'],
    ['a line outside of the list', '- a: 1\n乙\n', 'yaml-syntax'],
  ])('with %s are refused whole', (_, text, code) => {
    expect(() => rowsOf(text)).toThrow(expect.objectContaining({ code, exit: 3 }) as Failure);
  });

  it('written as rejects read back the same', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((s) => Buffer.from(s).toString() === s);
    const cell = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const names = cells.map((_, i) => `键${i}`);
        const writer = yamlWriter('lead');
        const written =
          writer.begin() + writer.row({ headings: { names }, cells, line: 1, record: 1, row: 0 }, 'A1', '错了');
        const [row] = rowsOf(written);
        expect(row?.headings.names).toEqual([...names, '错误单元格', '错误说明']);
        expect(row?.cells.slice(0, cells.length)).toEqual(cells);
      }),
    );
  });
});
