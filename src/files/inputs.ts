/**
 * What a person names on the command line -> the list of input files (输入文件). Files are taken as they are, folders are
 * searched whole, anything else is tried as a glob. In a folder, rejects files, hidden files and files of unknown kinds
 * are passed over, and that is said, because a file left out unseen is worse than one too many. Sorted by code point, never
 * by the machine's locale, so that every machine imports in the same order.
 */
import { readdirSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';

export interface Inputs {
  /** As a person would write them: relative where the person's own words were. */
  readonly files: readonly string[];
  /** Notices about files of folders that were passed over. */
  readonly findings: readonly Finding[];
}

/** Endings that a folder import looks at; a file named by itself is looked into whatever its ending. */
const KNOWN_ENDINGS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.yaml', '.yml', '.xlsx', '.xls', '.et']);

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRejects = (name: string): boolean => /\.rejects(-\d+)?\.[a-z]+$/i.test(name);

const passedOver = (path: string, why: string): Finding => ({
  code: 'file-passed-over',
  severity: 'notice',
  path,
  message: `文件夹中的“${path}”没有导入：${why}`,
  hint: '需要导入时，请单独写出这个文件名',
});

const filesIn = (folder: string, findings: Finding[]): string[] => {
  const files: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (entry.isDirectory()) files.push(...filesIn(path, findings));
    else if (isRejects(entry.name)) findings.push(passedOver(path, '它是退回文件'));
    else if (KNOWN_ENDINGS.has(extname(entry.name).toLowerCase())) files.push(path);
    else findings.push(passedOver(path, '不认识的文件类型'));
  }
  return files;
};

const kindOfPath = (path: string): 'file' | 'folder' | 'none' => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 'none';
  return status.isDirectory() ? 'folder' : 'file';
};

/** Expands files, folders and globs; `-` (stdin) stays as it is. Each file appears once. */
export const listInputs = (paths: readonly string[], cwd: string): Inputs => {
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  const add = (path: string): void => {
    const key = path === '-' ? '-' : resolve(cwd, path);
    if (!files.has(key)) files.set(key, path);
  };
  for (const path of paths) {
    if (path === '-') {
      add(path);
      continue;
    }
    const full = resolve(cwd, path);
    const kind = kindOfPath(full);
    if (kind === 'file') add(path);
    else if (kind === 'folder') {
      const inside = filesIn(full, findings).sort(byCodePoint);
      if (inside.length === 0)
        throw new Failure(3, 'folder-empty', `文件夹“${path}”里没有可导入的文件`, '可导入的是 CSV、XLSX 和 YAML 文件');
      for (const file of inside) add(join(path, relative(full, file)));
    } else {
      const found = isDynamicPattern(path) ? globSync(path, { cwd, onlyFiles: true, expandDirectories: false }) : [];
      if (found.length === 0)
        throw new Failure(3, 'file-missing', `找不到“${path}”`, '请核对文件名和所在文件夹，通配符写法如 线索/*.csv');
      for (const file of found.sort(byCodePoint)) add(file);
    }
  }
  return { files: [...files.values()], findings };
};
