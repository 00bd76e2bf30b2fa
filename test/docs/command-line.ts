/**
 * docs/cli.md from the list of commands: what `--help` says, in one page. A test writes it (UPDATE_DOCS=1) and fails when
 * it is stale, so the page cannot promise an option that does not exist.
 */
import { type CommandDeclaration, loadCommands, type OptionDeclaration } from '../../src/cli/command.js';
import { COMMAND_GROUPS, COMMANDS } from '../../src/cli/commands/index.js';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const optionTable = (options: readonly OptionDeclaration[]): string[] => [
  '| 选项 | 作用 | 可用的值 |',
  '|---|---|---|',
  ...options.map(
    (option) =>
      `| \`${cell(option.flags)}\` | ${cell(option.summary)} | ${option.choices ? option.choices.map((choice) => `\`${choice}\``).join('、') : ''} |`,
  ),
];

const EXITS: readonly (readonly [number, string])[] = [
  [0, '完成'],
  [1, '完成，但有需要人处理的：有记录或文件被退回、规则例子不符、`--fail-on-overdue` 时有超期'],
  [2, '命令或配置写错'],
  [3, '没有可读的输入（找不到、不是表格、编码损坏、空文件）；什么都没有写'],
  [4, '规则文件不能用；什么都没有写'],
  [5, '台账不能用（被占用、只读、空间不足、由更新的版本写成）；什么都没有写'],
  [6, '台账损坏或被改动过'],
  [70, '程序自身的缺陷'],
];

const section = (command: CommandDeclaration): string[] => [
  `### xingji ${command.name}${command.args ? ` ${command.args}` : ''}`,
  '',
  `${command.summary}。${command.note ? `${command.note}。` : ''}`,
  '',
  ...(command.options?.length ? [...optionTable(command.options), ''] : []),
  '```',
  ...command.examples,
  '```',
  '',
];

export const commandLinePage = async (): Promise<string> => {
  const groups = new Map<string, CommandDeclaration[]>();
  for (const command of await loadCommands(COMMANDS)) {
    const group = command.name.includes(' ') ? (command.name.split(' ')[0] ?? '') : '';
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  return [
    '# 命令行',
    '',
    '本页由命令清单生成（`npm run docs`），与 `xingji <命令> --help` 一致；请不要手工修改。',
    '',
    '## 通用选项',
    '',
    ...optionTable(GLOBAL_OPTIONS),
    '',
    '## 退出码',
    '',
    '| 退出码 | 含义 |',
    '|---|---|',
    ...EXITS.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    '退出码 2—5 和 70 时，`--json` 输出 `{"schemaVersion":1,"ok":false,"error":{"code","message","hint"},"findings":[…]}`。',
    '各错误码见 [errors.md](errors.md)。',
    '',
    ...[...groups].flatMap(([group, commands]) => [
      `## ${group === '' ? '命令' : (COMMAND_GROUPS[group] ?? group)}`,
      '',
      ...commands.flatMap(section),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};
