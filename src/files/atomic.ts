/**
 * Writes files whole or not at all: data goes to a temporary neighbour that takes the final name at the end. Everything
 * the tool writes may hold confidential facts, so files are readable by their owner alone (0600) from the first byte.
 * Trap: a rename is atomic only inside one file system, hence the neighbour and not the system's temporary folder.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { unwritable, writingIn } from './unwritable.js';

const OWNER_ONLY = 0o600;

/**
 * Writes one file in one go. `flush: false` for what can be made again, in batches: waiting for the disk takes longer than
 * all the rest of a letter.
 */
export const writeAtomic = (path: string, data: string | Uint8Array, { flush = true } = {}): void => {
  const bytes = typeof data === 'string' ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  writingIn(dirname(path), () => writeFileAtomic.sync(path, bytes, { mode: OWNER_ONLY, fsync: flush }));
};

/** 逐段写入: for files that are too big to be built in memory. */
export interface AtomicWriter {
  readonly path: string;
  write(bytes: Uint8Array): void;
  /** The file appears under its name. */
  commit(): void;
  /** The file never was. */
  discard(): void;
}

/** Opens a writer beside `path`; nothing is seen under that name before `commit`. */
export const createAtomicWriter = (path: string): AtomicWriter => {
  const temporary = `${path}.${randomUUID()}.tmp`;
  let descriptor: number;
  try {
    descriptor = openSync(temporary, 'wx', OWNER_ONLY);
  } catch {
    throw unwritable(dirname(path));
  }
  let open = true;
  const end = (): boolean => {
    const was = open;
    open = false;
    return was;
  };
  return {
    path,
    write(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    },
    commit() {
      if (!end()) return;
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(temporary, path);
    },
    discard() {
      if (!end()) return;
      closeSync(descriptor);
      rmSync(temporary, { force: true });
    },
  };
};
