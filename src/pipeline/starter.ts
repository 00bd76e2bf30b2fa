/**
 * 起步文件夹 (`init`): config, an import template per record kind (Chinese headings, one invented sample row; UTF-8 with BOM, so that
 * WPS and Excel open it right), and a copy of the rule file with its editor schema. What exists is never overwritten.
 */
import { basename, join } from 'node:path';
import { starterConfig } from '../config/index.js';
import { ensureFolder, exists, readText, writeAtomic } from '../files/index.js';
import { importTemplate } from '../render/import-template.js';
import { openWorkspace, resolved, type Surroundings } from './workspace.js';

export interface Starter {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

export const makeStarter = (surroundings: Surroundings, folder: string): Starter => {
  const target = resolved(surroundings.workingFolder, folder);
  const workspace = openWorkspace({ ...surroundings, workingFolder: target });
  const rules = join(surroundings.programRoot, 'rules');
  const files: [string, () => string][] = [
    ['xingji.yaml', starterConfig],
    ...workspace.kinds.map((kind): [string, () => string] => [
      join('导入模板', `${kind.title}.csv`),
      () => importTemplate(kind),
    ]),
    ...['seven-situations.yaml', 'seven-situations.schema.json'].map((name): [string, () => string] => [
      join('rules', basename(name)),
      () => readText(join(rules, name)),
    ]),
  ];
  const written: string[] = [];
  const kept: string[] = [];
  for (const folderOf of ['.', '导入模板', 'rules']) ensureFolder(join(target, folderOf));
  for (const [name, make] of files) {
    if (exists(join(target, name))) kept.push(name);
    else {
      writeAtomic(join(target, name), make());
      written.push(name);
    }
  }
  return { written, kept };
};
