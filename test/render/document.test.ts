import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../src/domain/document.js';
import { documentHtml, documentMarkdown } from '../../src/render/index.js';

const document: NeutralDocument = {
  title: '七种情形规则',
  blocks: [
    { type: 'heading', level: 1, text: '情形 *一*' },
    { type: 'paragraph', text: '原文：<不正确履行>' },
    { type: 'list', items: [{ text: '全部成立', items: [{ text: '说到“推诿”' }] }, { text: '否则' }] },
    { type: 'table', columns: ['字段', '值'], rows: [['a|b', '一行\n两行']] },
  ],
};

describe('文档', () => {
  it('becomes Markdown in which no text is markup', () => {
    expect(documentMarkdown(document)).toBe(
      [
        '# 七种情形规则',
        '',
        '## 情形 \\*一\\*',
        '',
        '原文：&lt;不正确履行&gt;',
        '',
        '- 全部成立',
        '  - 说到“推诿”',
        '- 否则',
        '',
        '| 字段 | 值 |',
        '| --- | --- |',
        '| a\\|b | 一行<br>两行 |',
        '',
      ].join('\n'),
    );
  });

  it('becomes one HTML page with nested lists and escaped text', () => {
    const html = documentHtml(document);
    expect(html).toContain('<h2>情形 *一*</h2>');
    expect(html).toContain('<ul><li>全部成立<ul><li>说到“推诿”</li></ul></li><li>否则</li></ul>');
    expect(html).toContain('&lt;不正确履行&gt;');
    expect(html).toContain('<td>a|b</td>');
  });
});
