/** Global options (CLI.md): what was typed, with the login name, the clock and NO_COLOR filled in, and checked once here. */
import { isoDate } from '../domain/calendar.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { GlobalOptions, OptionDeclaration, TypedOptions } from './command.js';
import type { Io } from './io.js';

export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--ledger <文件>', summary: '台账文件（默认：$XINGJI_LEDGER，其次配置，其次 ./xingji.db）' },
  { flags: '--rules <文件>', summary: '规则文件（默认：配置，其次随程序附带的规则文件）' },
  { flags: '--config <文件>', summary: '配置文件（默认：从当前文件夹向上找 xingji.yaml）' },
  { flags: '--json', summary: '标准输出只给一个 JSON 文档' },
  { flags: '--quiet', summary: '不显示说明和进度' },
  { flags: '--no-color', summary: '不用颜色（环境变量 NO_COLOR 同样有效）' },
  { flags: '--operator <姓名>', summary: '操作人，随每次变动记入台账（默认：登录名）' },
  { flags: '--now <日期时间>', summary: '固定时钟，用于可重复的运行，如 2024-05-20T09:00:00' },
];

const NOW = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** `2024-05-20` or `2024-05-20T09:00[:00]` as a full local date-time. */
const checkedNow = (typed: string): string => {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = NOW.exec(typed.trim()) ?? [];
  const date = year ? isoDate(Number(year), Number(month), Number(day)) : null;
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw new Failure(
      EXIT.usage,
      'now-not-a-time',
      `--now 的值“${typed}”不是日期时间`,
      '写成 2024-05-20T09:00:00 或 2024-05-20',
    );
  return `${date}T${hour}:${minute}:${second}`;
};

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const globalOptions = (typed: TypedOptions, io: Io): GlobalOptions => {
  const ledger = text(typed.ledger);
  const rules = text(typed.rules);
  const config = text(typed.config);
  const now = text(typed.now);
  return {
    ...(ledger === undefined ? {} : { ledger }),
    ...(rules === undefined ? {} : { rules }),
    ...(config === undefined ? {} : { config }),
    json: typed.json === true,
    quiet: typed.quiet === true,
    color: typed.color !== false,
    // Asked of the system when it is wanted: a report records nothing.
    get operator() {
      return text(typed.operator)?.trim() || io.login();
    },
    now: now === undefined ? io.clock() : checkedNow(now),
  };
};
