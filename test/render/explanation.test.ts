import { describe, expect, it } from 'vitest';
import { explanationText } from '../../src/render/index.js';

describe('比对说明', () => {
  it('shows the tree of conditions with values, cells, phrases, what did not count, and the statute', async () => {
    const text = explanationText(
      {
        leadNo: '示例〔2024〕001',
        decision: 'none',
        machineDecision: 'supplement',
        judgement: { basis: '经研判不属于公职人员行为', operator: '张', at: '2024-05-20T09:00:00' },
        lawOf: '2024-05-08',
        lawOfAssumed: true,
        lacking: ['evidence'],
        claimedUnmet: ['seventh'],
        ruleFile: { id: 'seven-situations', version: '1.0', sha256: 'a'.repeat(64) },
        source: { path: '线索.csv', line: 14, cells: { summary: 'H14' } },
        fieldTitles: { summary: '主要问题', evidence: '证据材料', conduct: '行为类型' },
        situations: [
          {
            id: 'obstructing-evidence',
            number: 2,
            name: '拒绝或阻挠取证',
            outcome: 'met',
            quote: '拒绝或阻挠取证',
            basis: [
              { statute: '行政复议法', article: '第八十四条', from: '2024-01-01' },
              { statute: '某办法', article: '第五条', unverified: true },
            ],
            evidence: [],
            missing: [],
            certain: {
              operator: 'all',
              title: '全部成立',
              outcome: 'true',
              fields: [],
              conditions: [
                {
                  operator: 'is',
                  title: '行为类型是“行政不作为”',
                  outcome: 'undetermined',
                  fields: ['conduct'],
                  value: null,
                },
                {
                  operator: 'says',
                  title: '说到“拒绝提供”',
                  outcome: 'true',
                  fields: ['summary'],
                  found: [{ field: 'summary', start: 11, end: 17, text: '拒不提供案卷' }],
                  discounted: [
                    {
                      field: 'summary',
                      start: 30,
                      end: 34,
                      text: '阻挠取证',
                      because: 'denied',
                      title: '被否定',
                      by: { field: 'summary', start: 27, end: 30, text: '未发现' },
                    },
                  ],
                },
              ],
            },
            hint: null,
          },
          {
            id: 'seventh',
            number: 7,
            name: '第七种情形（原文未列明）',
            outcome: 'not-met',
            quote: '',
            basis: [],
            evidence: [],
            missing: [],
            certain: null,
            hint: null,
          },
        ],
      },
      { color: false, width: 80 },
    );
    await expect(text).toMatchFileSnapshot('golden/explanation-80.txt');
  });
});
