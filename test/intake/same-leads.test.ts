/**
 * The same leads in four forms give the same records, and rejects that are put right give what a source that was right at
 * once gives: the two promises on which re-import rests.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { textEncoder } from '../../src/formats/index.js';
import { fileOf, LEAD_HEADINGS, lead, sheet, take } from './office.js';

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const gb18030 = textEncoder({ encoding: 'gb18030', bom: 0 });

/** Text as leads hold it: Chinese with rare characters, quotes, delimiters, line breaks; long enough to be told from noise. */
const text = fc
  .string({
    unit: fc.constantFrom(
      '复',
      '议',
      '𬎆',
      '䶮',
      '〔',
      '，',
      ',',
      ';',
      '"',
      '\n',
      '\t',
      ' ',
      '　',
      'a',
      '1',
      '.',
      "'",
      '=',
      '-',
      '\u00e9',
      '\ue7c7',
    ),
    maxLength: 12,
  })
  .map((s) => `甲${s}乙`);

const row = fc.record({
  no: fc.integer({ min: 1, max: 99999 }),
  summary: text,
  found: fc.constantFrom(
    '2024-05-08',
    '2024.5.8',
    '2024/05/08',
    '2024年5月8日',
    '20240508',
    '２０２４－０５－０８',
    '45420',
  ),
  claimed: fc.constantFrom('', '2', '②', '二', '第二种', '2、3', '拒绝或阻挠取证；干涉、插手办案', '无'),
  region: fc.constantFrom('盘山县', '211122', '盘锦市盘山县', ''),
  tags: fc.constantFrom('急难愁盼、破坏营商环境', '急难愁盼', ''),
  id: fc.constantFrom('', '11010519491231002X', '１１０１０５１９４９１２３１００２ｘ'),
});

describe('the same leads', () => {
  it('as YAML, UTF-8, GB18030 and tab-separated UTF-16LE give the same values', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const table = rows.map((r, i) =>
          lead(`示例〔2024〕${r.no}-${i}`, {
            主要问题: r.summary,
            发现日期: r.found,
            认定情形: r.claimed,
            行政区划: r.region,
            问题标签: r.tags,
            身份证号: r.id,
          }),
        );
        const csv = sheet([LEAD_HEADINGS, ...table]);
        const records = table.map((cells) =>
          Object.fromEntries(LEAD_HEADINGS.map((heading, at) => [heading, cells[at] ?? ''])),
        );
        const forms = [
          take(fileOf('a.csv', csv)),
          take(fileOf('a.csv', `\ufeff${csv}`)),
          take(fileOf('a.csv', gb18030(csv))),
          take(fileOf('a.txt', utf16(sheet([LEAD_HEADINGS, ...table], '\t')))),
          take(fileOf('a.csv', sheet([LEAD_HEADINGS, ...table], ';').replaceAll('\n', '\n'))),
          take(fileOf('a.yaml', stringify(records))),
          take(
            fileOf(
              'a.yaml',
              `kind: lead\nrecords:\n${records
                .map((r) =>
                  Object.entries(r)
                    .map(([k, v], i) => `${i === 0 ? '  - ' : '    '}${k}: ${JSON.stringify(v)}\n`)
                    .join(''),
                )
                .join('')}`,
            ),
          ),
        ];
        const [first] = forms;
        expect(first?.rejected).toBe(0);
        expect(first?.values).toHaveLength(rows.length);
        for (const form of forms) expect(form.values).toEqual(first?.values);
      }),
      { numRuns: 150 },
    );
  });
});

/** What goes wrong in a cell, by heading. */
const DAMAGE: readonly (readonly [string, string])[] = [
  ['发现日期', '2024-02-30'],
  ['线索来源', '行政覆议'],
  ['身份证号', '3.20101E+17'],
  ['行政区划', '=HYPERLINK("x")'],
  ['认定情形', '-9'],
  ['问题标签', '@某'],
];

const damaged = fc.array(fc.option(fc.nat(DAMAGE.length - 1), { nil: undefined }), { minLength: 1, maxLength: 9 });

/** Puts the rejected rows right, as a clerk would: only the faulty cells, in the file as it is. */
const repaired = (
  bytes: Uint8Array,
  encoding: string,
  delimiter: string,
  right: ReadonlyMap<string, readonly string[]>,
): string => {
  const written = new TextDecoder(encoding).decode(bytes);
  const [headings = [], ...rows] = parseCsv(written, { delimiter, relax_column_count: true }) as string[][];
  const fixed = rows.map((cells) => {
    const source = right.get(cells[0] ?? '') ?? [];
    const wrong = new Set((cells[LEAD_HEADINGS.length] ?? '').split('、').map((cell) => cell.replace(/\d+/, '')));
    return cells.map((cell, at) => (wrong.has(String.fromCharCode(65 + at)) ? (source[at] ?? '') : cell));
  });
  return sheet([headings, ...fixed], delimiter);
};

describe('rejects put right', () => {
  it.each([
    ['UTF-8', 'utf-8', ',', (s: string) => Buffer.from(s)],
    ['GB18030', 'gb18030', ',', gb18030],
    ['UTF-16LE with tabs', 'utf-16le', '\t', utf16],
  ])(
    'give in %s, with what went in at once, the records of a source that was right',
    (_, encoding, delimiter, encode) => {
      fc.assert(
        fc.property(damaged, text, (faults, summary) => {
          const right = faults.map((_fault, i) =>
            lead(`示例〔2024〕${i}`, { 主要问题: `${summary}${i}`, 行政区划: '盘山县' }),
          );
          const wrong = right.map((cells, i) => {
            const fault = DAMAGE[faults[i] ?? -1];
            return fault ? cells.map((cell, at) => (LEAD_HEADINGS[at] === fault[0] ? fault[1] : cell)) : cells;
          });
          const taken = take(fileOf('a.csv', encode(sheet([['标题'], LEAD_HEADINGS, ...wrong], delimiter))));
          const whole = take(fileOf('a.csv', encode(sheet([LEAD_HEADINGS, ...right], delimiter))));
          const { rejectsPath } = taken;
          expect(taken.rejected).toBe(faults.filter((fault) => fault !== undefined).length);
          const again: (typeof taken.values)[number][] = [];
          if (rejectsPath !== null) {
            const text = repaired(
              readFileSync(rejectsPath),
              encoding,
              delimiter,
              new Map(right.map((cells) => [cells[0] ?? '', cells])),
            );
            writeFileSync(rejectsPath, encode(text.replace(/^\ufeff/, '')));
            const second = take(rejectsPath);
            expect(second.findings).toEqual([]);
            again.push(...second.values);
          }
          const byNo = (a: (typeof again)[number], b: (typeof again)[number]): number =>
            String(a.lead_no) < String(b.lead_no) ? -1 : 1;
          expect([...taken.values, ...again].sort(byNo)).toEqual([...whole.values].sort(byNo));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('give in YAML, keys and kind kept, the same', () => {
    const source =
      'kind: lead\nrecords:\n  - {lead_no: "001", 线索来源: 行政复议, found_on: 2024-13-08, agency: 某局, summary: "甲\\n乙", 认定情形: [2, 3]}\n';
    const { rejectsPath } = take(fileOf('名.yaml', source));
    const written = parseYaml(readFileSync(rejectsPath ?? '', 'utf8')) as {
      kind: string;
      records: Record<string, unknown>[];
    };
    expect(written.kind).toBe('lead');
    expect(Object.keys(written.records[0] ?? {})).toEqual([
      'lead_no',
      '线索来源',
      'found_on',
      'agency',
      'summary',
      '认定情形',
      '错误单元格',
      '错误说明',
    ]);
    const text = readFileSync(rejectsPath ?? '', 'utf8').replace('2024-13-08', '2024-12-08');
    const second = take(fileOf('名.rejects.yaml', text));
    expect(second.findings).toEqual([]);
    expect(second.values).toEqual([
      {
        lead_no: '001',
        source_channel: '行政复议',
        found_on: '2024-12-08',
        agency: '某局',
        summary: '甲\n乙',
        claimed: ['obstructing-evidence', 'interfering-in-case'],
      },
    ]);
  });
});
