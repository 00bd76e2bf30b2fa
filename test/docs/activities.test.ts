/** docs/activities.md and the table of tables in the handbook are made from what there is (`npm run docs` rewrites them). */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS } from '../../src/kinds/index.js';
import { PACKS, TABLES } from '../../src/statistics/index.js';
import { ACTIVITIES, activitiesPage } from './activities.js';

const PAGE = new URL('../../docs/activities.md', import.meta.url);
const HANDBOOK = new URL('../../docs/manual.zh-CN.md', import.meta.url);

it('docs/activities.md tells every activity with the kinds and tables that there are', () => {
  const page = activitiesPage();
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(page).not.toContain('? `');
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('no activity, no kind and no table is left out', () => {
  expect(ACTIVITIES.map(({ no }) => no)).toEqual(Array.from({ length: 49 }, (_, i) => i + 1));
  const told = (of: 'kinds' | 'tables'): ReadonlySet<string> => new Set(ACTIVITIES.flatMap((each) => each[of]));
  expect(KINDS.map(({ id }) => id).filter((id) => !told('kinds').has(id))).toEqual([]);
  expect(TABLES.map(({ id }) => id).filter((id) => !told('tables').has(id))).toEqual([]);
  for (const { no, tables, also } of ACTIVITIES)
    expect(tables.length + (also?.length ?? 0), `6.${no}`).toBeGreaterThan(0);
});

const BEGIN = '<!-- 统计表：由 npm run docs 生成 -->';
const END = '<!-- 统计表完 -->';

const handbookTables = (): string =>
  [
    BEGIN,
    '',
    '| 谁用 | 统计表（表名） | 用来做什么 |',
    '|---|---|---|',
    ...TABLES.map(({ id, title, askedBy, doc }) => `| ${askedBy} | ${title} \`${id}\` | ${doc} |`),
    '',
    '| 报表包（`--pack`） | 给谁 | 里面的表 |',
    '|---|---|---|',
    ...PACKS.map(
      ({ id, title, askedBy, tables }) =>
        `| ${title} \`${id}\` | ${askedBy} | ${tables.map((each) => each.title).join('、')} |`,
    ),
    '',
    END,
  ].join('\n');

it('the handbook shows every table with who uses it and for what, and every pack', () => {
  const text = readFileSync(HANDBOOK, 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const made = `${before}${handbookTables()}${after}`;
  if (process.env.UPDATE_DOCS) writeFileSync(HANDBOOK, made);
  expect(readFileSync(HANDBOOK, 'utf8')).toBe(made);
  expect(text.split(BEGIN)).toHaveLength(2);
});
