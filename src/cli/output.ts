/**
 * Standard output and standard error (标准输出、标准错误). Node takes as long to make a stream of one as a small report takes, so a
 * file or a pipe is written by its number; only what may be a terminal gets the stream, which knows width and colour.
 */
import { fstatSync, writeSync } from 'node:fs';

export interface Output {
  write(data: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Columns of a terminal. */
  readonly columns: number;
}

/** A terminal is a character device; so is /dev/null, which then takes the long way. */
const mayBeTerminal = (descriptor: number): boolean => {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    // Closed, or of a sort that only Node knows.
    return true;
  }
};

const codeOf = (thrown: unknown): unknown => (thrown as NodeJS.ErrnoException).code;

/** `closed` is called when the reader has gone away (head, less). */
const outputTo = (descriptor: number, open: () => NodeJS.WriteStream, closed: () => void): Output => {
  let made: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    if (made) return made;
    made = open();
    made.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE') throw error;
      closed();
    });
    return made;
  };
  const device = mayBeTerminal(descriptor);
  return {
    write: (data) => {
      if (device || made) {
        stream().write(data);
        return;
      }
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      for (let at = 0; at < bytes.length; )
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (thrown) {
          if (codeOf(thrown) === 'EPIPE') return closed();
          if (codeOf(thrown) !== 'EAGAIN') throw thrown;
          // A pipe that somebody has set not to wait: Node's stream keeps the rest until there is room.
          stream().write(bytes.subarray(at));
          return;
        }
    },
    get isTerminal() {
      return device && stream().isTTY === true;
    },
    get columns() {
      return stream().columns || 80;
    },
  };
};

/** A reader that closes the pipe early is a clean end, not a fault. */
export const standardOutput = (process: NodeJS.Process): Output =>
  outputTo(
    1,
    () => process.stdout,
    () => process.exit(0),
  );

/** Nobody who listens to what is said beside the answer is no reason to stop. */
export const standardError = (process: NodeJS.Process): Output =>
  outputTo(
    2,
    () => process.stderr,
    () => undefined,
  );
