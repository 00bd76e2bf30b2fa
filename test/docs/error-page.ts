/** docs/errors.md from the catalogue: runs each case with the built program and prints what was said, code by code. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Json } from '../cli/desk.js';
import { QUICK_RULES } from '../cli/office-rules.js';
import { PROGRAM } from '../scenarios/scenario.js';
import { ERROR_GROUPS } from './error-cases.js';
import { type ErrorCase, ONE } from './error-cases-of-input.js';

interface Said {
  readonly code: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}

interface Heard {
  readonly exit: number;
  readonly said: ReadonlyMap<string, Said>;
}

const NOW = '2024-05-20T09:00:00';

const program = (
  folder: string,
  each: ErrorCase,
  args: readonly string[],
  now: string,
): Promise<{ exit: number; stdout: string }> =>
  new Promise((resolve) => {
    const { XINGJI_LEDGER: _ledger, ...inherited } = process.env;
    execFile(
      process.execPath,
      // The words about situations and rule files are those of the shipped file.
      [
        PROGRAM,
        ...(each.codes.some((code) => /situation|rule/.test(code)) ? [] : ['--rules', QUICK_RULES]),
        ...args,
        '--json',
        '--now',
        now,
        '--operator',
        '张三',
      ],
      { cwd: folder, env: { ...inherited, ...each.environment } },
      (error, stdout) => resolve({ exit: typeof error?.code === 'number' ? error.code : 0, stdout }),
    );
  });

const placeOf = ({ path, line, cell, heading }: Json): string =>
  [path, line === undefined ? '' : `第 ${line} 行`, cell ?? '', heading ? `「${heading}」` : '']
    .filter((part) => part)
    .join(' ');

/** Most cases begin with the same ledger of one lead: it is made once and copied. */
const PREPARED = ['import', '线索.csv'];
const prepare = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-errors-'));
  writeFileSync(join(folder, '线索.csv'), ONE['线索.csv']);
  await program(folder, { title: '', run: [], codes: [] }, PREPARED, NOW);
  return folder;
};

/** Runs one case in a folder of its own; the folder's name does not get into the page. */
const hear = async (each: ErrorCase, prepared: Promise<string>): Promise<Heard> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'xingji-errors-')));
  try {
    for (const [name, content] of Object.entries(each.files ?? {})) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const before = each.before ?? [];
    const isPrepared = before[0]?.join(' ') === PREPARED.join(' ') && each.files?.['线索.csv'] === ONE['线索.csv'];
    if (isPrepared) copyFileSync(join(await prepared, 'xingji.db'), join(folder, 'xingji.db'));
    for (const args of before.slice(isPrepared ? 1 : 0)) await program(folder, each, args, NOW);
    const { exit, stdout } = await program(folder, each, each.run, each.now ?? NOW);
    const answer: Json = JSON.parse(stdout.replaceAll(folder, '…'));
    const said = new Map<string, Said>();
    for (const finding of [...(answer.findings ?? []), ...(answer.refused ?? [])])
      if (!said.has(finding.code)) said.set(finding.code, { ...finding, place: placeOf(finding) });
    if (answer.error && !said.has(answer.error.code))
      said.set(answer.error.code, { ...answer.error, severity: 'failure', place: '' });
    return { exit, said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const SEVERITIES: Readonly<Record<string, string>> = {
  error: '错误',
  warning: '提醒',
  notice: '说明',
  failure: '故障',
};

const block = (each: ErrorCase, { exit, said }: Heard): string[] => [
  `### ${each.title}`,
  '',
  `\`xingji ${each.run.join(' ')}\`，退出码 ${exit}`,
  '',
  ...each.codes.flatMap((code) => {
    const found = said.get(code);
    if (!found) return [`- \`${code}\` **没有出现**`];
    return [
      `- \`${code}\` ${SEVERITIES[found.severity] ?? found.severity}　${found.place ? `${found.place}　` : ''}${found.message}。`,
      `  办法：${found.hint}。`,
    ];
  }),
  '',
];

/** All cases, two at a time: the machines that run this have two cores. */
export const errorPage = async (): Promise<string> => {
  const cases = ERROR_GROUPS.flatMap(([, group]) => group);
  const prepared = prepare();
  const heard = new Map<ErrorCase, Heard>();
  const next = cases.values();
  const work = async (): Promise<void> => {
    for (const each of next) heard.set(each, await hear(each, prepared));
  };
  await Promise.all([work(), work()]);
  rmSync(await prepared, { recursive: true });
  return [
    '# 错误码',
    '',
    '本页由错误目录生成（`npm run docs`）：每个错误码一个能引出它的输入，文字是程序的原话；请不要手工修改。',
    '',
    '“错误”的记录被退回，“提醒”的记录照常登记，“说明”只是告知，“故障”时什么都没有写。退出码的含义见 [cli.md](cli.md)。',
    '',
    ...ERROR_GROUPS.flatMap(([title, group]) => [
      `## ${title}`,
      '',
      ...group.flatMap((each) => block(each, heard.get(each) ?? { exit: -1, said: new Map() })),
    ]),
  ]
    .join('\n')
    .replace(/。。/g, '。')
    .trimEnd()
    .concat('\n');
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.ts') ? [join(entry.parentPath, entry.name)] : [],
  );

const ROOT = new URL('../../', import.meta.url).pathname;
const SLUG = "'([a-z]+(?:-[a-z0-9]+)+)'";
/** Where a code stands in the source: a failure, a finding, or one of the rooms' own small makers of findings. */
const MAKERS = [
  new RegExp(`new Failure\\(\\s*[\\w.]+,\\s*${SLUG}`, 'g'),
  new RegExp(`\\bcode: ${SLUG}`, 'g'),
  new RegExp(`\\b(?:problem|refusal|unusable|report|finding|broken)\\(\\s*(?:[\\w.]+,\\s*)*${SLUG}`, 'g'),
];

export const codesInSource = (): readonly string[] => {
  const found = new Set<string>();
  for (const file of filesUnder(join(ROOT, 'src'))) {
    const source = readFileSync(file, 'utf8');
    for (const maker of MAKERS) for (const [, code] of source.matchAll(maker)) if (code) found.add(code);
  }
  return [...found].sort();
};

/** Codes that another test of the project names. */
export const codesInTests = (): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const file of filesUnder(join(ROOT, 'test')))
    if (!file.includes('error-cases'))
      for (const [, code] of readFileSync(file, 'utf8').matchAll(new RegExp(SLUG, 'g'))) if (code) found.add(code);
  return found;
};
