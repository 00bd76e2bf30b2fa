/** docs/cli.md is made from the command list: a command that is added or changed without it fails here (`npm run docs` rewrites it). */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCommands } from '../../src/cli/command.js';
import { COMMAND_GROUPS, COMMANDS } from '../../src/cli/commands/index.js';
import { VERSION } from '../../src/cli/version.js';
import { commandLinePage } from './command-line.js';

const PAGE = new URL('../../docs/cli.md', import.meta.url);

it('docs/cli.md says what the commands are', async () => {
  const page = await commandLinePage();
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('every command has an example that calls it, and every group of commands a summary', async () => {
  for (const { name, examples } of await loadCommands(COMMANDS))
    expect(
      examples.some((example) => example.startsWith(`xingji ${name}`)),
      name,
    ).toBe(true);
  const groups = COMMANDS.map(({ name }) => name.split(' ').slice(0, -1).join(' ')).filter((name) => name !== '');
  expect(groups.filter((group) => COMMAND_GROUPS[group] === undefined)).toEqual([]);
});

it('the version is the one of package.json', () => {
  expect(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version).toBe(VERSION);
});
