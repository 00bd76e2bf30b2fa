/** Turns what commander found wrong with a command line into a Chinese failure that names the nearest right word. */
import type { Command, CommanderError } from 'commander';
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';

/** The word that commander put in quotes in its own message. */
const quoted = (message: string): string => /'([^']+)'/.exec(message)?.[1] ?? '';

/** The command that the words of the call lead to, as far as they are known. */
const reached = (program: Command, argv: readonly string[]): Command => {
  let here = program;
  for (const word of argv) here = here.commands.find((sub) => sub.name() === word) ?? here;
  return here;
};

const allOptions = (command: Command): string[] => {
  const own = command.options.map((option) => option.long ?? option.flags);
  return command.parent ? [...own, ...allOptions(command.parent)] : own;
};

const namesIn = (command: Command): string[] => command.commands.map((sub) => sub.name());

const did = (near: string | null): string => (near ? `是否指“${near}”？` : '');

export const usageFault = (error: CommanderError, program: Command, argv: readonly string[]): Failure => {
  const command = reached(program, argv);
  const help = `运行 xingji ${command === program ? '' : `${pathOf(command)} `}--help 查看用法`;
  const word = quoted(error.message);
  switch (error.code) {
    case 'commander.unknownOption':
      return new Failure(
        EXIT.usage,
        'option-unknown',
        `没有选项“${word}”`,
        `${did(nearest(word, allOptions(command)))}${help}`,
      );
    case 'commander.unknownCommand':
      return new Failure(
        EXIT.usage,
        'command-unknown',
        `没有命令“${word}”`,
        `${did(nearest(word, namesIn(command)))}可用的命令：${namesIn(command).join('、')}`,
      );
    case 'commander.help':
      return new Failure(
        EXIT.usage,
        'command-missing',
        `“${pathOf(command)}”后面还要写一个命令`,
        `可用的命令：${namesIn(command).join('、')}`,
      );
    case 'commander.missingArgument':
      return new Failure(EXIT.usage, 'argument-missing', `缺少参数“${word}”`, help);
    case 'commander.optionMissingArgument':
      return new Failure(EXIT.usage, 'option-value-missing', `选项“${word}”后面缺少值`, help);
    case 'commander.invalidArgument': {
      const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? '';
      const choices = /Allowed choices are (.*)\.$/m.exec(error.message)?.[1] ?? '';
      return new Failure(
        EXIT.usage,
        'option-value-unknown',
        `选项“${word.split(',').pop()?.replace(/ <.*/, '').trim()}”的值“${value}”不能用`,
        `${did(nearest(value, choices.split(', ')))}可用的值：${choices.replaceAll(', ', '、')}`,
      );
    }
    case 'commander.excessArguments':
      return new Failure(EXIT.usage, 'argument-surplus', '多写了参数', help);
    default:
      return new Failure(EXIT.usage, 'usage', error.message, help);
  }
};

const pathOf = (command: Command): string =>
  command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
