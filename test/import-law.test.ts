/**
 * The import law of DESIGN.md section 2, kept by reading the imports: data flows one way, stages never import each other,
 * every outside package has one owner, and `process`, the clock and the streams stay in cli.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../src/', import.meta.url).pathname;

const WORDS = ['domain', 'kinds'];
const TOOLS = ['files', 'formats', 'schema', 'reference', 'config'];
const STAGES = ['intake', 'rules', 'notices', 'statistics', 'render'];

/** Which rooms each room may import, besides itself, and what a breach means. */
const LAW: Readonly<Record<string, { readonly may: readonly string[]; readonly because: string }>> = {
  domain: { may: [], because: 'words import nothing: move what you need into domain or pass it in' },
  kinds: { may: ['domain'], because: 'a kind declares itself with the words of domain alone' },
  files: { may: WORDS, because: 'files knows the disk and nothing of what is on it' },
  formats: { may: [...WORDS, 'files'], because: 'a format turns bytes into rows; it does not know what rows mean' },
  schema: { may: WORDS, because: 'schema turns declarations into validators and knows no source' },
  reference: { may: [...WORDS, 'files', 'formats', 'schema'], because: 'reference reads data/ with the other tools' },
  config: { may: [...WORDS, 'files', 'formats', 'schema'], because: 'config reads xingji.yaml with the other tools' },
  ...Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      { may: [...WORDS, ...TOOLS], because: 'stages meet in domain types; let the pipeline hand the value over' },
    ]),
  ),
  ledger: { may: [...WORDS, ...TOOLS], because: 'the ledger stores what it is handed; it calls no stage' },
  pipeline: {
    may: [...WORDS, ...TOOLS, ...STAGES, 'ledger'],
    because: 'the pipeline states the order of stages and imports no face',
  },
  cli: {
    may: ['domain', 'kinds', 'pipeline', 'render'],
    because: 'a command is options in, pipeline call, render call',
  },
};

/** Packages and Node modules with an owner: only these rooms (or files) may import them. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['ledger'],
  commander: ['cli'],
  yaml: ['formats'],
  ajv: ['schema'],
  'cli-table3': ['render'],
  chalk: ['render'],
  'wrap-ansi': ['render'],
  docx: ['render'],
  echarts: ['render'],
  'easy-template-x': ['render'],
  hucre: ['formats'],
  'cli-progress': ['cli'],
  'write-file-atomic': ['files'],
  tinyglobby: ['files'],
  'node:fs': ['files', 'cli/output.ts'],
  'node:fs/promises': ['files'],
  'node:process': ['cli'],
  'node:child_process': ['files'],
  'node:worker_threads': ['pipeline'],
};

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly SourceFile[] = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const imports = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
      ),
    ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return { path, room: path.split('/')[0] ?? '', text, imports };
  });

const resolved = (file: SourceFile, specifier: string): string =>
  posix.join(posix.dirname(file.path), specifier).replace(/\.js$/, '.ts');

describe('the import law', () => {
  it('reads a source tree with every room of the design', () => {
    expect([...new Set(sources.map((file) => file.room))].sort()).toEqual(Object.keys(LAW).sort());
  });

  it('lets data flow one way between rooms', () => {
    const breaches = sources.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ specifier, room: resolved(file, specifier).split('/')[0] ?? '' }))
        .filter(({ room }) => room !== file.room && !LAW[file.room]?.may.includes(room))
        .map(({ specifier }) => `${file.path} imports ${specifier}: ${LAW[file.room]?.because}`),
    );
    expect(breaches).toEqual([]);
  });

  it('gives every outside package one owner', () => {
    const breaches = sources.flatMap((file) =>
      file.imports
        .filter((specifier) => OWNERS[specifier]?.every((owner) => owner !== file.room && owner !== file.path))
        .map((specifier) => `${file.path} imports ${specifier}, which belongs to ${OWNERS[specifier]?.join(', ')}`),
    );
    expect(breaches).toEqual([]);
  });

  it('keeps process, the clock and the console in cli', () => {
    const forbidden =
      /\bprocess\.(?:env|argv|exit|exitCode|std\w+|cwd|on|off|hrtime|pid|platform|nextTick|kill|emit\w*)\b|\bnew Date\(\)|\bDate\.now\(\)|\bconsole\.\w+/;
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
    const breaches = sources
      .filter((file) => file.room !== 'cli')
      .flatMap((file) =>
        (forbidden.exec(code(file.text)) ?? []).map((hit) => `${file.path}: ${hit}; pass the value in from cli`),
      );
    expect(breaches).toEqual([]);
  });

  it('has no cycle among files', () => {
    const graph = new Map(
      sources.map((file) => [
        file.path,
        file.imports.filter((specifier) => specifier.startsWith('.')).map((specifier) => resolved(file, specifier)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('has no folder that says nothing of its contents', () => {
    expect(
      sources.map((file) => file.path).filter((path) => /(^|\/)(util|utils|common|helpers|misc)(\/|\.)/.test(path)),
    ).toEqual([]);
  });
});
