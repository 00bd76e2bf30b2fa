/**
 * 校验问题清单 (findings as text): file by file; of each, the place, what was found, what was expected, what to do, and the
 * code in brackets. After twenty of one file the rest is counted: a clerk mends the first and imports again, and all of
 * them stand in the rejects file.
 */
import type { Finding, Severity } from '../domain/finding.js';
import { inkFor, type Layout } from './layout.js';
import { folded } from './wrapped-lines.js';

const SHOWN_PER_FILE = 20;

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', notice: '说明' };

/** `第 14 行 F14 「发现日期」`, as much of it as is known. */
const placeText = ({ line, column, cell, heading }: Finding): string =>
  [
    line === undefined ? null : `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}`,
    cell ?? null,
    heading === undefined ? null : `「${heading}」`,
  ]
    .filter((part) => part !== null)
    .join(' ');

const VALUE_LENGTH = 40;

/** The faulty cell, cut; no more of a record is ever quoted. */
const valueText = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length > VALUE_LENGTH ? `${characters.slice(0, VALUE_LENGTH).join('')}…` : line;
};

/** The message names the value already in most findings; it is put before it only where it does not. */
const sayingText = ({ message, value }: Finding): string =>
  value === undefined || value === '' || message.includes(valueText(value)) || message.includes(value)
    ? message
    : `“${valueText(value)}”：${message}`;

const findingText = (finding: Finding, layout: Layout): string => {
  const ink = inkFor(layout);
  const paint = { error: ink.red, warning: ink.yellow, notice: ink.cyan }[finding.severity];
  const place = placeText(finding);
  const first = `  ${paint(SEVERITY_TITLES[finding.severity])} ${place}${place === '' ? '' : ' '}${sayingText(finding)}`;
  const second = `    ${finding.hint} ${ink.dim(`[${finding.code}]`)}`;
  return `${folded(first, layout.width, '    ')}\n${folded(second, layout.width, '    ')}`;
};

export const findingsText = (findings: readonly Finding[], layout: Layout): string => {
  const ink = inkFor(layout);
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const of = files.get(finding.path);
    if (of) of.push(finding);
    else files.set(finding.path, [finding]);
  }
  return [...files]
    .map(([path, of]) => {
      const hidden = of.length - SHOWN_PER_FILE;
      return [
        ink.bold(path),
        ...of.slice(0, SHOWN_PER_FILE).map((finding) => findingText(finding, layout)),
        ...(hidden > 0 ? [`  另有 ${hidden} 处未列出。`] : []),
      ].join('\n');
    })
    .join('\n');
};
