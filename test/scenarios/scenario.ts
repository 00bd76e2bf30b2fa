/**
 * Plain-text scenarios: files to lay out, commands to run against the built program, what must come out. Readable by
 * someone who cannot program. Steps begin with `=== `:
 *   === file NAME [gb18030|utf-16le|utf-8-bom]   the following lines are the file
 *   === run xingji …                             a command (no shell); `=== env NAME=VALUE` before it sets a variable
 *   === stdout | === stderr                      expected text; a line `...` stands for any lines, `…` for any characters
 *   === exit N                                   expected exit code (0 where not said)
 *   === content NAME                             expected text of a file
 *   === remember NAME | === unchanged NAME       a file's bytes are the same as when they were remembered
 *   === mode NAME 600                            a file's permissions
 *   === absent NAME                              no such file
 * Every command gets --now 2024-05-20T09:00:00 and --operator 张三 (an invented name) unless it brings its own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The program under test; XINGJI_PROGRAM names another one, e.g. an installed package. */
export const PROGRAM = process.env.XINGJI_PROGRAM ?? new URL('../../bin/xingji.js', import.meta.url).pathname;

export interface Step {
  readonly verb: string;
  readonly argument: string;
  readonly text: string;
  readonly line: number;
}

export const parseScenario = (source: string): readonly Step[] => {
  const steps: { verb: string; argument: string; text: string; line: number }[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    const head = /^=== (\S+) ?(.*)$/.exec(line);
    if (head) steps.push({ verb: head[1] ?? '', argument: head[2] ?? '', text: '', line: index + 1 });
    else if (steps.length > 0) {
      const step = steps[steps.length - 1];
      if (step) step.text += `${line}\n`;
    }
  }
  return steps.map((step) => ({ ...step, text: step.text.replace(/\n+$/, '\n').replace(/^\n$/, '') }));
};

/** The expected text as a pattern: `...` alone on a line is any lines, `…` any characters of one line. */
export const pattern = (expected: string): RegExp => {
  const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^\\n]*');
  const parts = expected.split('\n').map((line) => (line === '...' ? null : literally(line)));
  let source = '';
  for (const [i, part] of parts.entries()) {
    if (part === null) source += '(?:[^\\n]*\\n)*?';
    else source += part + (i < parts.length - 1 ? '\\n' : '');
  }
  return new RegExp(`^${source}$`);
};

const encoded = (text: string, encoding: string): Buffer => {
  if (encoding === 'gb18030') return execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
};

const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** Words of a command line; double quotes hold blanks together. */
const words = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

export const runProgram = (
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
  program = PROGRAM,
): Outcome => {
  const { NO_COLOR: _noColor, XINGJI_LEDGER: _ledger, ...inherited } = process.env;
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...inherited, ...environment },
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { stdout: done.stdout, stderr: done.stderr, exit: done.status };
};

/** Runs the steps in a throw-away folder; returns what differed, as sentences that name the line of the scenario. */
export const runScenario = (steps: readonly Step[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-scenario-'));
  const problems: string[] = [];
  let environment: Record<string, string> = {};
  let last: Outcome = { stdout: '', stderr: '', exit: 0 };
  let exitSaid = true;
  const remembered = new Map<string, Buffer>();
  const settle = (): void => {
    if (!exitSaid && last.exit !== 0) problems.push(`exit ${last.exit}, expected 0\n${last.stdout}${last.stderr}`);
    exitSaid = true;
  };
  const compare = (step: Step, found: string): void => {
    if (!pattern(step.text).test(found))
      problems.push(`line ${step.line}: ${step.verb} ${step.argument} is\n${found}--- expected\n${step.text}`);
  };
  try {
    for (const step of steps) {
      if (step.verb === 'file') {
        const [name = '', encoding = 'utf-8'] = step.argument.split(' ');
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), encoded(step.text, encoding));
      } else if (step.verb === 'env') {
        const [name = '', value = ''] = step.argument.split('=');
        environment = { ...environment, [name]: value };
      } else if (step.verb === 'run') {
        settle();
        const args = words(step.argument).slice(1);
        if (!args.includes('--now')) args.push('--now', '2024-05-20T09:00:00');
        if (!args.includes('--operator')) args.push('--operator', '张三');
        last = runProgram(args, folder, environment, step.text);
        exitSaid = false;
      } else if (step.verb === 'remember') remembered.set(step.argument, readFileSync(join(folder, step.argument)));
      else if (step.verb === 'unchanged') {
        if (!remembered.get(step.argument)?.equals(readFileSync(join(folder, step.argument))))
          problems.push(`line ${step.line}: ${step.argument} was changed`);
      } else if (step.verb === 'mode') {
        const [name = '', mode = ''] = step.argument.split(' ');
        const found = (statSync(join(folder, name)).mode & 0o777).toString(8);
        if (found !== mode) problems.push(`line ${step.line}: mode of ${name} is ${found}, expected ${mode}`);
      } else if (step.verb === 'absent') {
        if (existsSync(join(folder, step.argument))) problems.push(`line ${step.line}: ${step.argument} exists`);
      } else if (step.verb === 'stdout') compare(step, last.stdout);
      else if (step.verb === 'stderr') compare(step, last.stderr);
      else if (step.verb === 'content') compare(step, decoded(readFileSync(join(folder, step.argument))));
      else if (step.verb === 'exit') {
        exitSaid = true;
        if (String(last.exit) !== step.argument)
          problems.push(
            `line ${step.line}: exit ${last.exit}, expected ${step.argument}\n${last.stdout}${last.stderr}`,
          );
      } else problems.push(`line ${step.line}: unknown step “${step.verb}”`);
    }
    settle();
    return problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
