/**
 * One call: argv in, exit code out. Parses, runs the one command, and turns what went wrong into words: a known failure
 * speaks for itself, anything else is a defect in xingji and says so (exit 70).
 */
import type { Command } from 'commander';
import { EXIT, Failure } from '../domain/failure.js';
import { COMMAND_GROUPS, COMMANDS } from './commands/index.js';
import { GLOBAL_OPTIONS, globalOptions } from './globals.js';
import { type Io, processIo } from './io.js';
import type { Output } from './output.js';
import { buildProgram, type Parsed, parse } from './program.js';
import { usageFault } from './usage-fault.js';
import { VERSION } from './version.js';

const errorDocument = (code: string, message: string, hint: string, findings: Failure['findings']): string =>
  `${JSON.stringify({ schemaVersion: 1, ok: false, error: { code, message, hint }, findings })}\n`;

/** A message may bring its own full stop. */
const sentence = (text: string): string => (/[。？！]$/.test(text) ? text : `${text}。`);

const report = (failure: Failure, json: boolean, io: Io): number => {
  if (json) io.write(errorDocument(failure.code, failure.message, failure.hint, failure.findings));
  for (const finding of failure.findings.slice(0, 20)) {
    const place = `${finding.path}${finding.line === undefined ? '' : `:${finding.line}${finding.column === undefined ? '' : `:${finding.column}`}`}`;
    io.say(`${place} ${sentence(finding.message)}${finding.hint} [${finding.code}]\n`);
  }
  io.say(
    `错误：${sentence(failure.message)}\n${failure.hint ? `办法：${sentence(failure.hint)}\n` : ''}[${failure.code}]\n`,
  );
  return failure.exit;
};

/** A defect shows where in the program it happened, never what was in a record: error texts may quote cells. */
const reportDefect = (thrown: unknown, json: boolean, io: Io): number => {
  const frames =
    thrown instanceof Error
      ? (thrown.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .join('\n')
      : '';
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const hint = '这是程序的缺陷，不是您的操作问题：请把下面几行和所用的命令告诉维护人员，不要附上线索内容';
  if (json) io.write(errorDocument('defect', 'xingji 内部出错', hint, []));
  io.say(`错误：xingji 内部出错（${name}）。\n办法：${hint}。\n${frames}\n[defect]\n`);
  if ((io.environment.XINGJI_DEBUG ?? '') !== '' && thrown instanceof Error) io.say(`${thrown.message}\n`);
  return EXIT.defect;
};

/** The command meant, or the text to print; what is wrong with a call is thrown as a failure. */
const parsedCall = async (argv: readonly string[], width: number): Promise<Parsed | { readonly print: string }> => {
  const programOf = (commands: typeof COMMANDS): Promise<Command> =>
    buildProgram(argv, commands, COMMAND_GROUPS, GLOBAL_OPTIONS, VERSION, width);
  // A command that stands in the call is found among those that do; only help and faults speak of the others.
  const said = COMMANDS.filter(({ name }) => argv.includes(name.split(' ', 1)[0] ?? ''));
  const found = parse(await programOf(said), argv);
  if ('command' in found) return found;
  const program = await programOf(COMMANDS);
  const parsed = parse(program, argv);
  if (parsed instanceof Error) throw usageFault(parsed, program, argv);
  return parsed;
};

export const runCommandLine = async (argv: readonly string[], io: Io, programRoot: string): Promise<number> => {
  let json = argv.includes('--json');
  try {
    const parsed = await parsedCall(argv, io.width ?? 100);
    if ('print' in parsed) {
      io.write(parsed.print);
      return EXIT.done;
    }
    const globals = globalOptions(parsed.options, io);
    json = globals.json;
    return await parsed.command.run({ args: parsed.args, options: parsed.options, globals, io, programRoot });
  } catch (thrown) {
    return thrown instanceof Failure ? report(thrown, json, io) : reportDefect(thrown, json, io);
  }
};

export const run = (process: NodeJS.Process, out: Output, programRoot: string): Promise<number> =>
  runCommandLine(process.argv.slice(2), processIo(process, out), programRoot);
