import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.js';
import { findingsText } from '../../src/render/index.js';
import { PLAIN } from '../../src/render/layout.js';

const finding: Finding = {
  code: 'date-not-real',
  severity: 'error',
  path: '线索.csv',
  line: 14,
  record: 12,
  cell: 'F14',
  heading: '发现日期',
  value: '2026-02-30',
  message: '“2026-02-30”不是真实的日期，应为 2024-05-08 这样的日期。',
  hint: '请改正单元格后重新导入。',
};

describe('校验问题清单', () => {
  it('gives per file the place, what was found, what to do and the code', () => {
    expect(findingsText([finding, { ...finding, path: '其他.csv', severity: 'warning' }], PLAIN)).toBe(
      [
        '线索.csv',
        '  错误 第 14 行 F14 「发现日期」 “2026-02-30”不是真实的日期，应为 2024-05-08 这样的日期。',
        '    请改正单元格后重新导入。 [date-not-real]',
        '其他.csv',
        '  提醒 第 14 行 F14 「发现日期」 “2026-02-30”不是真实的日期，应为 2024-05-08 这样的日期。',
        '    请改正单元格后重新导入。 [date-not-real]',
      ].join('\n'),
    );
  });

  it('cuts a long value at 40 characters and says nothing of a place that is not known', () => {
    const text = findingsText(
      [{ code: 'x', severity: 'notice', path: 'a', value: '长'.repeat(50), message: '太长。', hint: '缩短。' }],
      PLAIN,
    );
    expect(text).toBe(`a\n  说明 “${'长'.repeat(40)}…”：太长。\n    缩短。 [x]`);
  });

  it('lists twenty of a file and counts the rest', () => {
    const text = findingsText(
      Array.from({ length: 25 }, () => finding),
      PLAIN,
    );
    expect(text.match(/date-not-real/g)).toHaveLength(20);
    expect(text.endsWith('  另有 5 处未列出。')).toBe(true);
  });
});
