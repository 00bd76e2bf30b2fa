/** Leads in a workbook: the same values as in CSV, cells named as the workbook shows them, rejects as CSV beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { prepareInput } from '../../src/intake/index.js';
import { fileOf, LEAD_HEADINGS, lead, sheet, take } from './office.js';

const workbookOf = async (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<string> => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  const path = fileOf('名.xlsx', '');
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
  return path;
};

const taken = async (path: string, wanted?: string) => {
  const { path: copy, workbook, findings, remove } = await prepareInput(path, '名.xlsx', wanted);
  const result = take(copy, { shownPath: '名.xlsx', ...(workbook ? { workbook } : {}) });
  remove();
  return { ...result, said: findings };
};

const typed = (cells: readonly string[]): readonly unknown[] =>
  cells.map((cell, at) => (at === 2 ? new Date(`${cell}T00:00:00Z`) : cell === '' ? null : cell));

describe('a workbook of leads', () => {
  it('gives what the same sheet gives as CSV, real dates included', async () => {
    const rows = [lead('甲1', { 主要问题: '复议机关调取案卷，\n该局“未提供”', 认定情形: '2' }), lead('甲2')];
    const path = await workbookOf({ 线索: [['台账'], [], LEAD_HEADINGS, ...rows.map(typed)] });
    const expected = take(fileOf('a.csv', sheet([LEAD_HEADINGS, ...rows])));
    const result = await taken(path);
    expect(result.values).toEqual(expected.values);
    expect(result.records.map(({ line, row, record }) => [line, row, record])).toEqual([
      [4, 4, 1],
      [5, 5, 2],
    ]);
  });

  it('names cells as the workbook does and leaves its rejects as CSV beside it', async () => {
    const path = await workbookOf({
      线索: [
        ['台账'],
        LEAD_HEADINGS,
        typed(lead('甲1', { 主要问题: '一\n二' })),
        lead('甲2', { 身份证号: '?', 发现日期: '2024-02-30' }),
      ],
    });
    const result = await taken(path);
    expect(result.findings.map(({ path: of, line, cell }) => [of, line, cell])).toEqual([
      ['名.xlsx', 4, 'C4'],
      ['名.xlsx', 4, 'H4'],
    ]);
    expect(result.rejectsPath).toBe(join(dirname(path), '名.rejects.csv'));
    expect(readFileSync(result.rejectsPath ?? '', 'utf8')).toMatch(/^\ufeff线索编号,/);
  });

  it('refuses identity numbers that the workbook holds as numbers', async () => {
    const cells = typed(lead('甲1')).map((cell, at) => (LEAD_HEADINGS[at] === '身份证号' ? 1.1010519491231e17 : cell));
    const result = await taken(await workbookOf({ 线索: [LEAD_HEADINGS, cells] }));
    expect(result.findings.map(({ code }) => code)).toEqual(['number-damaged']);
  });

  it('of several sheets reads the first or the named one, and says which it leaves', async () => {
    const path = await workbookOf({ 说明: [], 一: [LEAD_HEADINGS, lead('甲1')], 二: [LEAD_HEADINGS, lead('甲2')] });
    const first = await taken(path);
    expect(first.values.map(({ lead_no }) => lead_no)).toEqual(['甲1']);
    expect(first.said.map(({ code, message }) => [code, message])).toEqual([
      ['sheets-not-read', expect.stringContaining('二')],
    ]);
    expect((await taken(path, '二')).values.map(({ lead_no }) => lead_no)).toEqual(['甲2']);
    await expect(taken(path, '三')).rejects.toMatchObject({ exit: 3, code: 'sheet-unknown' });
  });

  it('that is none, though it begins like one, is refused', async () => {
    await expect(taken(fileOf('名.xlsx', 'PK\u0003\u0004甲'))).rejects.toMatchObject({
      exit: 3,
      code: 'workbook-unreadable',
    });
  });
});
