/**
 * Turns the command declarations into a commander program: nested words become nested commands, help is laid out by
 * display width and speaks Chinese. Parsing only finds the command and what was typed; running it is main.ts's work.
 */
import { Command, CommanderError, Help, Option } from 'commander';
import stringWidth from 'string-width';
import type { CommandDeclaration, OptionDeclaration, TypedOptions } from './command.js';

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
      displayWidth: (text) => stringWidth(text),
      styleTitle: (title) => TITLES[title] ?? title,
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

/** A commander program of all commands; `groups` names the words that only hold further commands. */
export const buildProgram = (
  commands: readonly CommandDeclaration[],
  groups: Readonly<Record<string, string>>,
  globals: readonly OptionDeclaration[],
  version: string,
  width: number,
): Command => {
  const program = configured(new Command('xingji'), width)
    .description('行纪衔接：导入问题线索，对照七种情形，起草移送函，统计并留痕')
    .usage('[选项] <命令>')
    .version(version, '-V, --version', '显示版本');
  for (const declaration of globals) program.addOption(option(declaration));
  const holders = new Map<string, Command>();
  /** The command that holds the commands of a group of words, made with its parents when it is first needed. */
  const holderOf = (words: readonly string[]): Command => {
    if (words.length === 0) return program;
    const name = words.join(' ');
    const known = holders.get(name);
    if (known) return known;
    const made = configured(holderOf(words.slice(0, -1)).command(words.at(-1) ?? ''), width)
      .description(groups[name] ?? '')
      .usage('<命令>');
    holders.set(name, made);
    return made;
  };
  for (const declaration of commands) {
    const words = declaration.name.split(' ');
    const last = words.pop() ?? '';
    const holder = holderOf(words);
    const command = configured(holder.command(last), width)
      .description(declaration.summary)
      .usage(`[选项]${declaration.args ? ` ${declaration.args}` : ''}`);
    if (declaration.args) for (const argument of declaration.args.split(' ')) command.argument(argument);
    for (const each of declaration.options ?? []) command.addOption(option(each));
    command.addHelpText('after', `\n例：\n${declaration.examples.map((example) => `  ${example}`).join('\n')}`);
    command.action((...received: unknown[]) => {
      const args = received
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string');
      throw new Found({ command: declaration, args, options: command.optsWithGlobals() });
    });
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
    program.parse([...argv], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof Found) return thrown.parsed;
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.helpDisplayed' || thrown.code === 'commander.version') return { print: printed };
    return thrown;
  }
  return { print: new Help().formatHelp(program, program.createHelp()) };
};
