/** `xingji --help` prints a text that the build laid out; it may not differ from what the command line itself would say. */
import { expect, it } from 'vitest';
import { COMMAND_GROUPS, COMMANDS } from '../../src/cli/commands/index.js';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.js';
import { helpWidth } from '../../src/cli/help-width.js';
import { buildProgram, parse } from '../../src/cli/program.js';
import { VERSION } from '../../src/cli/version.js';
import { runProgram } from '../scenarios/scenario.js';

const said = async (...argv: readonly string[]): Promise<string> => {
  const parsed = parse(await buildProgram(argv, COMMANDS, COMMAND_GROUPS, GLOBAL_OPTIONS, VERSION, 100), argv);
  return 'print' in parsed ? parsed.print : '';
};

it('the help of all commands is the same however it is asked for, and as the command list has it', async () => {
  const expected = await said('--help');
  expect(expected).toContain('import <路径...>');
  for (const argv of [['--help'], ['-h'], []]) expect(runProgram(argv, '.').stdout, argv.join()).toBe(expected);
});

it('help counts columns as a terminal does', async () => {
  const { default: stringWidth } = await import('string-width');
  for (const { name } of COMMANDS)
    for (const line of (await said(...name.split(' '), '--help')).split('\n'))
      expect(helpWidth(line), line).toBe(stringWidth(line));
});

it('a group of commands lists its own, and help of one command its options and examples', async () => {
  expect(await said('notice', '--help')).toMatch(/template[\s\S]*文书模板/);
  expect(await said('notice', 'template', '--help')).toContain('check [模板...]');
  expect(await said('record', 'list', '--help')).toMatch(/--limit[\s\S]*种类：lead[\s\S]*例：/);
});
