/**
 * 来源 (source): one input file, read by position. Readers above ask for the bytes they need and nothing is ever held
 * whole, so that memory does not grow with the file. Does not decode. Trap: `read` may give fewer bytes than asked for
 * only at the end of the file; a short read of the system is continued here.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Failure } from '../domain/failure.js';
import { systemCode } from './system-error.js';

/** 来源: random access to the bytes of one file. */
export interface Source {
  readonly path: string;
  readonly size: number;
  /** Fills `target` from `position`; returns how many bytes there were. */
  read(target: Uint8Array, position: number): number;
  close(): void;
}

/** Why the system refused, in words that a clerk can act on. */
const refusal = (path: string, code: string | undefined): Failure => {
  if (code === 'ENOENT') return new Failure(3, 'file-missing', `找不到文件“${path}”`, '请核对文件名和所在文件夹');
  if (code === 'EACCES' || code === 'EPERM')
    return new Failure(3, 'file-unreadable', `没有读取“${path}”的权限`, '请关闭占用它的程序，或请管理员开放读取权限');
  return new Failure(3, 'file-unreadable', `“${path}”无法读取（${code ?? '原因不明'}）`, '请把文件复制到本机后再导入');
};

/** Opens a file for reading; missing and forbidden ones are known failures (exit 3). */
export const openSource = (path: string): Source => {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (thrown) {
    throw refusal(path, systemCode(thrown));
  }
  const status = fstatSync(descriptor);
  if (status.isDirectory()) {
    closeSync(descriptor);
    throw new Failure(
      3,
      'file-is-folder',
      `“${path}”是文件夹，不是文件`,
      '请指定文件夹里的文件，或把文件夹本身交给导入命令',
    );
  }
  let open = true;
  return {
    path,
    size: status.size,
    read(target, position) {
      let filled = 0;
      while (filled < target.length) {
        const got = readSync(descriptor, target, filled, target.length - filled, position + filled);
        if (got === 0) break;
        filled += got;
      }
      return filled;
    },
    close() {
      if (open) closeSync(descriptor);
      open = false;
    },
  };
};
