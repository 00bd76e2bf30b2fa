/**
 * Turns the list of commands into a commander program for one call: nested words become nested commands, help is laid out by
 * display width and speaks Chinese. Only commands whose words stand in the call are loaded, and only groups that it names are
 * filled: a call waits for nothing else. Parsing finds the command and what was typed; running it is main.ts's work.
 */
import { Command, CommanderError, Option } from 'commander';
import {
  type CommandDeclaration,
  type ListedCommand,
  loadCommands,
  type OptionDeclaration,
  type TypedOptions,
} from './command.js';
import { helpWidth } from './help-width.js';

/** What a command line came to: a command to run, or a text (help, version) to print. */
export interface Parsed {
  readonly command: CommandDeclaration;
  readonly args: readonly string[];
  readonly options: TypedOptions;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

const option = (declaration: OptionDeclaration): Option => {
  const made = new Option(declaration.flags, declaration.summary);
  return declaration.choices ? made.choices([...declaration.choices]) : made;
};

const configured = (command: Command, width: number): Command =>
  command
    .exitOverride()
    .configureOutput({
      writeOut: () => undefined,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => width,
    })
    .configureHelp({
      displayWidth: helpWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      // Commander would add the choices in English.
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined ? description : `${description}（可用：${argChoices.join('、')}）`,
      subcommandTerm: (sub) =>
        `${sub.name()}${sub.registeredArguments.length ? ` ${sub.registeredArguments.map((a) => (a.required ? `<${a.name()}${a.variadic ? '...' : ''}>` : `[${a.name()}${a.variadic ? '...' : ''}]`)).join(' ')}` : ''}`,
      showGlobalOptions: false,
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);

/** Thrown out of commander when a command was found; carried to the caller of {@link parse}. */
class Found {
  constructor(readonly parsed: Parsed) {}
}

const declare = (command: Command, declaration: CommandDeclaration): void => {
  for (const each of declaration.options ?? []) command.addOption(option(each));
  if (declaration.note) command.addHelpText('after', `\n${declaration.note}`);
  command.addHelpText('after', `\n例：\n${declaration.examples.map((example) => `  ${example}`).join('\n')}`);
  command.action((...received: unknown[]) => {
    const args = received
      .slice(0, -2)
      .flat()
      .filter((arg): arg is string => typeof arg === 'string');
    throw new Found({ command: declaration, args, options: command.optsWithGlobals() });
  });
};

/** The commander program of a call; `groups` names the words that only hold further commands. */
export const buildProgram = async (
  argv: readonly string[],
  commands: readonly ListedCommand[],
  groups: Readonly<Record<string, string>>,
  globals: readonly OptionDeclaration[],
  version: string,
  width: number,
): Promise<Command> => {
  const program = configured(new Command('xingji'), width)
    .description('行纪衔接：导入问题线索，对照七种情形，起草移送函，统计并留痕')
    .usage('[选项] <命令>')
    .version(version, '-V, --version', '显示版本');
  for (const declaration of globals) program.addOption(option(declaration));
  const named = (words: readonly string[]): boolean => words.every((word) => argv.includes(word));
  const meant = await loadCommands(commands.filter(({ name }) => named(name.split(' '))));
  const declarations = new Map(meant.map((declaration) => [declaration.name, declaration]));
  const holders = new Map<string, Command>([['', program]]);
  for (const { name, summary, args } of commands) {
    const words = name.split(' ');
    for (const [i, word] of words.entries()) {
      const before = words.slice(0, i);
      const holder = holders.get(before.join(' '));
      if (!holder || !named(before)) break;
      const path = [...before, word].join(' ');
      if (path === name) {
        const command = holder
          .command(word)
          .description(summary)
          .usage(`[选项]${args ? ` ${args}` : ''}`);
        for (const argument of args?.split(' ') ?? []) command.argument(argument);
        const declaration = declarations.get(name);
        if (declaration) declare(command, declaration);
      } else if (!holders.has(path))
        holders.set(
          path,
          holder
            .command(word)
            .description(groups[path] ?? '')
            .usage('<命令>')
            .helpCommand(false),
        );
    }
  }
  program.addHelpText('after', '\n每个命令的用法：xingji <命令> --help');
  return program;
};

/** The command found, or the text to print, or the fault that commander saw. */
export const parse = (
  program: Command,
  argv: readonly string[],
): Parsed | { readonly print: string } | CommanderError => {
  let printed = '';
  const capture = (command: Command): void => {
    command.configureOutput({
      writeOut: (text) => {
        printed += text;
      },
    });
    for (const sub of command.commands) capture(sub);
  };
  capture(program);
  try {
    program.parse(argv.length > 0 ? [...argv] : ['--help'], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof Found) return thrown.parsed;
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.helpDisplayed' || thrown.code === 'commander.version') return { print: printed };
    return thrown;
  }
  return { print: printed };
};
