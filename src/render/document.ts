/**
 * 文档 (documents) as Markdown and as one HTML file: the rule file as people read it, and whatever else is made of headings,
 * paragraphs, lists and tables. Text stays text: no mark in it becomes markup.
 */
import type { DocumentBlock, DocumentListItem, NeutralDocument } from '../domain/document.js';
import { markdownText } from './formats/md.js';
import { escaped, htmlPage } from './html-page.js';

const markdownList = (items: readonly DocumentListItem[], depth: number): readonly string[] =>
  items.flatMap(({ text, items: inner = [] }) => [
    `${'  '.repeat(depth)}- ${markdownText(text)}`,
    ...markdownList(inner, depth + 1),
  ]);

const markdownBlock = (block: DocumentBlock): string => {
  switch (block.type) {
    case 'heading':
      // The title of the document is the only heading of the first level.
      return `${'#'.repeat(block.level + 1)} ${markdownText(block.text)}`;
    case 'paragraph':
      return markdownText(block.text);
    case 'list':
      return markdownList(block.items, 0).join('\n');
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows]
        .map((row, i) => `| ${(i === 1 ? row : row.map(markdownText)).join(' | ')} |`)
        .join('\n');
  }
};

export const documentMarkdown = ({ title, blocks }: NeutralDocument): string =>
  `${[`# ${markdownText(title)}`, ...blocks.map(markdownBlock)].join('\n\n')}\n`;

const htmlList = (items: readonly DocumentListItem[]): string =>
  `<ul>${items
    .map(({ text, items: inner = [] }) => `<li>${escaped(text)}${inner.length ? htmlList(inner) : ''}</li>`)
    .join('')}</ul>`;

const htmlRow = (cells: readonly string[], tag: 'th' | 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

const htmlBlock = (block: DocumentBlock): string => {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return htmlList(block.items);
    case 'table':
      return `<div class="wide"><table><thead>${htmlRow(block.columns, 'th')}</thead><tbody>${block.rows
        .map((row) => htmlRow(row, 'td'))
        .join('\n')}</tbody></table></div>`;
  }
};

export const documentHtml = ({ title, blocks }: NeutralDocument): string =>
  htmlPage(title, [`<h1>${escaped(title)}</h1>`, ...blocks.map(htmlBlock)].join('\n'));
