/**
 * The streams, the terminal and the clock, gathered in one value so that commands can be run by a test as well as by a
 * person. Only this file and main.ts see `process`. Results go to `write` (stdout), talk to people goes to `say` (stderr).
 */
import { userInfo } from 'node:os';
import { type Output, standardError } from './output.js';

export interface Io {
  write(data: string | Uint8Array): void;
  say(text: string): void;
  readonly stdin: NodeJS.ReadStream;
  readonly environment: NodeJS.ProcessEnv;
  readonly workingFolder: string;
  /** Columns to lay tables out in; null where stdout is no terminal and lines need no limit. */
  readonly width: number | null;
  /** True where stdout, or stderr for talk, may carry colour. */
  readonly color: boolean;
  readonly talkColor: boolean;
  /** True where stderr is a terminal, so that progress may be drawn. */
  readonly talkIsTerminal: boolean;
  /** Local time as `2024-05-20T09:00:00`. */
  clock(): string;
  login(): string;
  /** Called on Ctrl-C; the returned function takes the handler back. */
  onInterrupt(handler: () => void): () => void;
}

const two = (n: number): string => String(n).padStart(2, '0');

const localTime = (d: Date): string =>
  `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;

const loginName = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id without a name.
    return 'unknown';
  }
};

/** The Io of a real process. NO_COLOR (any value but empty) and a pipe both mean no colour. */
export const processIo = (process: NodeJS.Process, out: Output): Io => {
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  const talk = standardError(process);
  return {
    write: (data) => out.write(data),
    say: (text) => talk.write(text),
    // Opened when it is read: most calls never do, and opening it takes time.
    get stdin() {
      return process.stdin;
    },
    environment: process.env,
    workingFolder: process.cwd(),
    width: out.isTerminal ? out.columns : null,
    color: out.isTerminal && !plain,
    talkColor: talk.isTerminal && !plain,
    talkIsTerminal: talk.isTerminal,
    clock: () => localTime(new Date()),
    login: loginName,
    onInterrupt: (handler) => {
      process.on('SIGINT', handler);
      return () => process.off('SIGINT', handler);
    },
  };
};
