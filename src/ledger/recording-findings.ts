/** What the ledger says about a record it was given (登记时的问题). The path is the pipeline's to fill in: it knows what the file is called. */
import type { Finding } from '../domain/finding.js';
import type { ValidRecord } from '../domain/record.js';

const finding = (
  { line, record }: ValidRecord,
  code: string,
  severity: Finding['severity'],
  message: string,
  hint: string,
): Finding => ({ code, severity, path: '', line, record, message, hint });

/** Only the start of a value is quoted: messages go where records may not. */
const named = (key: string): string => `“${key.length > 40 ? `${key.slice(0, 40)}…` : key}”`;

export const duplicateInFile = (record: ValidRecord, title: string, key: string, line: number): Finding =>
  finding(
    record,
    'duplicate-in-file',
    'error',
    `${title}${named(key)}在本文件第 ${line} 行已有`,
    '是同一条的，删去一行；不是同一条的，改正编号',
  );

export const recordVoided = (record: ValidRecord, key: string): Finding =>
  finding(record, 'record-voided', 'warning', `${named(key)}已作废，没有更改`, '确需恢复的，另用新的编号登记');

export const olderRevision = (record: ValidRecord, key: string): Finding =>
  finding(
    record,
    'older-revision',
    'warning',
    `${named(key)}的内容与台账中较早的版本相同，没有改回去`,
    '确要改回旧内容，请先改动任一栏（如备注）再导入',
  );

export const changeKept = (record: ValidRecord, key: string, fields: string): Finding =>
  finding(
    record,
    'change-kept',
    'notice',
    `${named(key)}与台账不同（${fields}），按要求保留台账原样`,
    '要更正台账，用 --on-change amend',
  );

export const changeRejected = (record: ValidRecord, key: string, fields: string): Finding =>
  finding(
    record,
    'change-rejected',
    'error',
    `${named(key)}与台账不同（${fields}），按要求退回`,
    '核对后用 --on-change amend 更正，或改回与台账一致',
  );

export const toldApart = (record: ValidRecord, key: string): Finding =>
  finding(
    record,
    'told-apart',
    'warning',
    `与${named(key)}要素相同而内容不同，按另一条记录登记`,
    '如果是同一条的更正，请填写“编号”栏以便识别；确是两条则不用处理',
  );
