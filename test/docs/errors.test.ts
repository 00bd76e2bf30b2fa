/** docs/errors.md is made from the catalogue of errors: a code without a case and a page that is stale fail here (`npm run docs` rewrites it). */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_GROUPS } from './error-cases.js';
import { codesInSource, codesInTests, errorPage } from './error-page.js';
import { NOT_PROVOKED } from './not-provoked.js';

const PAGE = new URL('../../docs/errors.md', import.meta.url);

it('docs/errors.md says what the program says', async () => {
  const page = await errorPage();
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(page).not.toContain('没有出现');
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('every code of the source is provoked here, is named by a test of its room, or says why it cannot be provoked', () => {
  const provoked = new Set([
    ...ERROR_GROUPS.flatMap(([, cases]) => cases.flatMap((each) => each.codes)),
    ...codesInTests(),
    ...Object.keys(NOT_PROVOKED),
  ]);
  expect(codesInSource().filter((code) => !provoked.has(code))).toEqual([]);
});
