/** 自检 (doctor): what this machine offers and where things lie. Says nothing of any record, so that it can be passed on. */
import { Failure } from '../domain/failure.js';
import { exists, fileMode } from '../files/index.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

export interface Check {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** A known failure becomes a line of the report; a defect stays one. */
const attempted = (id: string, title: string, work: () => Omit<Check, 'id' | 'title'>): Check => {
  try {
    return { id, title, ...work() };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { id, title, ok: false, detail: `${thrown.message}；${thrown.hint}` };
  }
};

const decodes = (encoding: string, bytes: readonly number[], expected: string): boolean =>
  new TextDecoder(encoding).decode(Uint8Array.from(bytes)) === expected;

export const examine = (surroundings: Surroundings, version: string): readonly Check[] => {
  const workspace = openWorkspace(surroundings);
  return [
    { id: 'version', title: 'xingji', ok: true, detail: `版本 ${version}` },
    {
      id: 'gb18030',
      title: 'GB18030 编码',
      // 𬎆 (U+2C386) is outside GBK and inside GB18030: names like this must survive.
      ok: decodes('gb18030', [0xd0, 0xd0], '行') && decodes('gb18030', [0x99, 0x31, 0xde, 0x30], '\u{2C386}'),
      detail: '含生僻字',
    },
    { id: 'config', title: '配置', ok: true, detail: workspace.config.path ?? '没有 xingji.yaml，用内置默认值' },
    attempted('rules', '规则文件', () => {
      const { checker, path } = workspace.rules();
      return { ok: true, detail: `${checker.id.id} ${checker.id.version}（${path}）` };
    }),
    attempted('calendar', '工作日历', () => calendarCheck(workspace)),
    attempted('ledger', '台账', () => ledgerCheck(workspace)),
  ];
};

const calendarCheck = (workspace: Workspace): Omit<Check, 'id' | 'title'> => {
  const added = workspace.reference.workingDays.add(workspace.today, 1);
  return 'unknownYear' in added
    ? { ok: false, detail: `缺 ${added.unknownYear} 年日历` }
    : { ok: true, detail: `${workspace.today.slice(0, 4)} 年日历已有` };
};

const ledgerCheck = (workspace: Workspace): Omit<Check, 'id' | 'title'> => {
  const path = workspace.ledgerPath;
  if (!exists(path)) return { ok: true, detail: `${path}：还没有，首次导入时生成` };
  const others = fileMode(path) & 0o077;
  if (others !== 0) return { ok: false, detail: `${path}：其他用户可以读，应改为仅本人可读（chmod 600）` };
  const ledger = workspace.open('read');
  try {
    return { ok: true, detail: `${path}：登记日志 ${ledger.stats().journal} 条` };
  } finally {
    ledger.close();
  }
};
