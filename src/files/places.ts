/**
 * Questions and small deeds about places on the disk (路径): does a file exist, a name that is still free, a folder that
 * must be there, a file only its owner may read. Nothing here knows what the files hold.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { writingIn } from './unwritable.js';

export const exists = (path: string): boolean => existsSync(path);

/** The whole text of a small file of the program's own (rules, data, config): UTF-8, a BOM is dropped. */
export const readText = (path: string): string => {
  const text = readFileSync(path, 'utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
};

export const readBytes = (path: string): Uint8Array => readFileSync(path);

/** Makes a folder and those above it. */
export const ensureFolder = (path: string): void => {
  writingIn(path, () => mkdirSync(path, { recursive: true }));
};

/** 退回文件 and letters never overwrite an older one: `a.rejects.csv`, then `a.rejects-2.csv`, … */
export const unusedName = (path: string): string => {
  if (!existsSync(path)) return path;
  const ending = extname(path);
  const stem = join(dirname(path), basename(path, ending));
  for (let n = 2; ; n++) {
    const candidate = `${stem}-${n}${ending}`;
    if (!existsSync(candidate)) return candidate;
  }
};

/** Permission bits of a file, e.g. 0o600. */
export const fileMode = (path: string): number => statSync(path).mode & 0o777;

export const fileSize = (path: string): number => statSync(path).size;

/** Lets only the owner read and write (0600): ledgers, rejects and letters hold confidential facts. */
export const makePrivate = (path: string): void => {
  chmodSync(path, 0o600);
};

/** Removes a file if it is there. */
export const removeFile = (path: string): void => {
  rmSync(path, { force: true });
};
