/** docs/cli.md is made from the command list: a command that is added or changed without it fails here (`npm run docs` rewrites it). */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMMAND_GROUPS, COMMANDS } from '../../src/cli/commands/index.js';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.js';
import { VERSION } from '../../src/cli/version.js';

const PAGE = new URL('../../docs/cli.md', import.meta.url);

const row = (flags: string, summary: string): string => `| \`${flags}\` | ${summary.replaceAll('|', '\\|')} |`;

const page = (): string =>
  `${[
    '# 命令',
    '由命令清单生成，不要手改。',
    '## 通用选项',
    ['| 选项 | 说明 |', '|---|---|', ...GLOBAL_OPTIONS.map(({ flags, summary }) => row(flags, summary))].join('\n'),
    ...COMMANDS.flatMap(({ name, args, summary, options = [], examples }) => [
      `## xingji ${name}${args ? ` ${args}` : ''}`,
      summary,
      ...(options.length > 0
        ? [
            [
              '| 选项 | 说明 |',
              '|---|---|',
              ...options.map((each) =>
                row(each.flags, `${each.summary}${each.choices ? `（${each.choices.join('、')}）` : ''}`),
              ),
            ].join('\n'),
          ]
        : []),
      `\`\`\`\n${examples.join('\n')}\n\`\`\``,
    ]),
  ].join('\n\n')}\n`;

it('docs/cli.md says what the commands are', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, 'utf8')).toBe(page());
});

it('every command has an example that calls it, and every group of commands a summary', () => {
  for (const { name, examples } of COMMANDS)
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
