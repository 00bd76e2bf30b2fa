/**
 * Standard input (标准输入) -> a file that can be read by position. Detecting an encoding reads everything before the
 * first record is taken, which a stream does not allow. The copy is the owner's alone and the caller removes it.
 */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Spooled {
  readonly path: string;
  remove(): Promise<void>;
}

/** A name in the system's temporary folder that nobody else has. */
export const temporaryName = (): string => join(tmpdir(), `xingji-${randomUUID()}`);

/** Copies a stream to a private temporary file. */
export const spoolStdin = async (stream: NodeJS.ReadableStream): Promise<Spooled> => {
  const path = temporaryName();
  const remove = (): Promise<void> => rm(path, { force: true });
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (thrown) {
    await remove();
    throw thrown;
  }
  return { path, remove };
};
