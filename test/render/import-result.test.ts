import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/domain/import-result.js';
import { importResultText } from '../../src/render/index.js';

const result: ImportResult = {
  command: 'import',
  run: 12,
  dryRun: false,
  ledger: 'xingji.db',
  ruleFile: { id: 'seven-situations', version: '1.0', sha256: 'a'.repeat(64) },
  files: [
    {
      path: '线索.csv',
      format: 'csv',
      encoding: 'gb18030',
      kind: 'lead',
      read: 120,
      added: 96,
      amended: 3,
      unchanged: 12,
      rejected: 9,
      rejects: '线索.rejects.csv',
    },
    {
      path: '坏.csv',
      format: null,
      encoding: null,
      kind: null,
      read: 0,
      added: 0,
      amended: 0,
      unchanged: 0,
      rejected: 0,
      rejects: null,
    },
  ],
  totals: { read: 120, added: 96, amended: 3, unchanged: 12, rejected: 9 },
  assessments: { transfer: 20, supplement: 4, review: 6, none: 69 },
  situations: {
    'improper-performance': { name: '不正确履行', met: 11, hinted: 3, undetermined: 2 },
    seventh: { name: '第七种情形（原文未列明）', met: 0, hinted: 0, undetermined: 0 },
  },
  noticesDrafted: 20,
  findings: [],
  findingsTotal: 0,
};

const plain = { color: false, width: 80 };

describe('导入结果', () => {
  it('shows files, the conservation line, decisions, situations, notices and rejects', async () => {
    await expect(importResultText(result, plain)).toMatchFileSnapshot('golden/import-result-80.txt');
  });

  it('says that a dry run wrote nothing', () => {
    const text = importResultText({ ...result, run: null, dryRun: true, noticesDrafted: 0 }, plain);
    expect(text).toContain('试导入结果（没有写入台账）');
    expect(text).not.toContain('移送函');
  });

  it('lists the leads of a check, those that ask for something first', () => {
    const lead = { situations: [], hints: [], missing: [] };
    const text = importResultText(
      {
        ...result,
        command: 'check',
        leads: [
          { ...lead, leadNo: '甲1', decision: 'none' },
          {
            ...lead,
            leadNo: '乙2',
            decision: 'supplement',
            situations: ['improper-performance'],
            missing: ['evidence'],
          },
        ],
      },
      plain,
    );
    expect(text.indexOf('乙2')).toBeLessThan(text.indexOf('甲1'));
    expect(text).toMatch(/乙2 .*待补正 .*不正确履行 .*证据材料/);
  });
});
