/**
 * 以往移送函: what an imported letter of the past (kind `notice`) does to the notice of its lead. A draft that the import of
 * the lead made just before is carried to the state of the paper; a letter that this program issued itself is never
 * overwritten. Steps bring their own number, and the serial that raises the year's series.
 */
import type { Finding } from '../domain/finding.js';
import type { Notice } from '../domain/notice.js';
import type { NoticeStep, NoticeStepName } from '../domain/notice-step.js';
import type { ValuesById } from './letter-input.js';
import { formatNumber, parseNumber } from './number.js';
import { textOf } from './wording.js';

/** 办理状态 of the sheet -> the steps that led to it. */
const STEPS: Readonly<Record<string, readonly NoticeStepName[]>> = {
  已制发: ['issue'],
  已送达: ['issue', 'deliver'],
  已签收: ['issue', 'deliver', 'receive'],
  已退回: ['issue', 'deliver', 'return'],
  已撤回: ['issue', 'withdraw'],
};

const finding = (code: string, value: string, message: string, hint: string): Finding => ({
  path: '',
  code,
  severity: 'error',
  value: value.slice(0, 40),
  message,
  hint,
});

const dayOfStep = (record: ValuesById, step: NoticeStepName): string => {
  const own = {
    issue: 'issued_on',
    deliver: 'delivered_on',
    receive: 'received_on',
    return: 'closed_on',
    withdraw: 'closed_on',
  };
  const field = step in own ? own[step as keyof typeof own] : 'issued_on';
  return textOf(record[field]) || textOf(record.delivered_on) || textOf(record.issued_on);
};

/**
 * The steps that an imported letter amounts to; none where it says what is recorded already. `current` is the newest
 * notice of the lead, `leadRevision` the lead as it stands.
 */
export const adoptPast = (
  record: ValuesById,
  current: Notice | null,
  leadRevision: number,
): readonly NoticeStep[] | Finding => {
  const written = textOf(record.number);
  const number = parseNumber(written);
  if (number === null)
    return finding(
      'notice-number-shape',
      written,
      '移送文号不是“机关代字〔年份〕序号号”的写法',
      '例如 某法治办移〔2024〕1号',
    );
  const said = formatNumber(number.prefix, number.year, number.serial);
  if (current?.number === said) return [];
  const leadNo = textOf(record.lead_no);
  if (current !== null && current.state !== 'drafted' && current.state !== 'approved' && current.state !== 'cancelled')
    return finding(
      'notice-already-issued',
      written,
      `线索 ${leadNo} 已有移送函 ${current.number ?? ''}，不能再登记 ${said}`,
      '核对移送文号；补充移送用 xingji notice 办理',
    );
  const steps = STEPS[textOf(record.state)] ?? ['issue'];
  const receiver = textOf(record.receiver) || (current?.receiver ?? null);
  const version = current === null ? 1 : current.state === 'cancelled' ? current.version + 1 : current.version;
  const why = textOf(record.why);
  const by = textOf(record.approved_by);
  return steps.map((step) => ({
    leadNo,
    step,
    on: dayOfStep(record, step),
    version,
    leadRevision,
    ...(step === 'issue'
      ? { number: said, serial: { year: number.year, n: number.serial }, receiver, ...(by === '' ? {} : { by }) }
      : {}),
    ...((step === 'return' || step === 'withdraw') && why !== '' ? { why } : {}),
  }));
};
