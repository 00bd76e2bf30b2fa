/**
 * 表格文件: a workbook among the inputs -> a private CSV copy that intake reads in its place. The only asynchronous step of
 * intake, because unpacking is; everything after it is the same for all tables. The caller removes the copy.
 */
import type { Finding } from '../domain/finding.js';
import { openSource, removeFile, temporaryName, writeAtomic } from '../files/index.js';
import { isWorkbook, readWorkbook } from '../formats/index.js';
import type { IntakeSettings } from './settings.js';

/** 待读文件: where to read, and what to tell. */
export interface PreparedInput {
  /** What `inspectInput` is to read: the file itself, or the copy. */
  readonly path: string;
  /** For the settings of that file, where it is a workbook. */
  readonly workbook: IntakeSettings['workbook'] | null;
  readonly findings: readonly Finding[];
  remove(): void;
}

const headOf = (path: string): Uint8Array => {
  const source = openSource(path);
  const head = new Uint8Array(4);
  source.read(head, 0);
  source.close();
  return head;
};

/** Makes a file ready to be inspected; costs nothing for anything but workbooks. */
export const prepareInput = async (path: string, shown: string, sheet: string | undefined): Promise<PreparedInput> => {
  if (!isWorkbook(headOf(path))) return { path, workbook: null, findings: [], remove: () => undefined };
  const { name, csv, others } = await readWorkbook(path, shown, sheet);
  const copy = temporaryName();
  writeAtomic(copy, `\ufeff${csv}`);
  const findings: Finding[] =
    others.length === 0
      ? []
      : [
          {
            code: 'sheets-not-read',
            severity: 'warning',
            path: shown,
            message: `只导入了工作表“${name}”，没有导入：${others.join('、')}`,
            hint: '需要导入其他工作表时，用 --sheet 指定名称',
          },
        ];
  return { path: copy, workbook: { path, sheet: name }, findings, remove: () => removeFile(copy) };
};
