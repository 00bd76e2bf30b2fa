/**
 * 文书模板: checks and fills the DOCX templates that an office edits in WPS or Word. A template is checked whole before
 * anything is written: a field that does not exist would else leave a hole in a letter that went out. Loaded only when a
 * template is used.
 */
import {
  MalformedFileError,
  TagDisposition,
  TemplateHandler,
  TemplateSyntaxError,
  UnsupportedFileTypeError,
} from 'easy-template-x';
import type { Finding } from '../../domain/finding.js';
import type { TransferDocuments } from '../../domain/letter.js';
import { nearest } from '../../domain/nearest.js';
import { blankData, type FieldData, FULL_IDENTITY, LOOPS, SCALARS, templateData } from './template-fields.js';
import { castingOf } from './template-mould.js';
import { withoutForbidden } from './word-xml.js';

export interface TemplateCheck {
  /** What keeps the template from being used; severity error. */
  readonly findings: readonly Finding[];
  /** Field names in the template that do not exist. */
  readonly unknown: readonly string[];
  /** Fields that exist and are not in the template: nothing wrong, but to be known. */
  readonly unused: readonly string[];
  /** True where the template shows identity numbers in full: the operator must confirm. */
  readonly asksIdentity: boolean;
}

const handler = new TemplateHandler();

const broken = (path: string, code: string, value: string, message: string, hint: string): Finding => ({
  path,
  code,
  severity: 'error',
  value: value.slice(0, 40),
  message,
  hint,
});

interface Tags {
  readonly unknown: string[];
  readonly used: Set<string>;
  readonly findings: Finding[];
}

/** Walks the fields in their order, with the loop in which each stands. */
const walk = (tags: Awaited<ReturnType<TemplateHandler['parseTags']>>, path: string): Tags => {
  const unknown: string[] = [];
  const used = new Set<string>();
  const findings: Finding[] = [];
  const report = (name: string, known: readonly string[], where: string): void => {
    if (unknown.includes(name)) return;
    unknown.push(name);
    const near = nearest(name, known);
    findings.push(
      broken(
        path,
        'template-field-unknown',
        name,
        `模板${where}没有字段“${name}”`,
        near === null ? '用 xingji notice template check 查看可用字段' : `是否指“${near}”？`,
      ),
    );
  };
  let loop: string | null = null;
  for (const { name, disposition } of tags) {
    if (disposition === TagDisposition.Close) {
      if (loop !== name)
        findings.push(
          broken(
            path,
            'template-loop-order',
            name,
            `{/${name}} 没有对应的 {#${name}}`,
            '循环的开头和结尾要成对，不能交叉',
          ),
        );
      loop = null;
    } else if (disposition === TagDisposition.Open) {
      if (loop !== null)
        findings.push(
          broken(
            path,
            'template-loop-nested',
            name,
            `{#${name}} 写在 {#${loop}} 里面`,
            '循环不能套循环，先写 {/…} 结束前一个',
          ),
        );
      if (name in LOOPS) used.add(name);
      else report(name, Object.keys(LOOPS), '的循环中');
      loop = name;
    } else {
      const inside = loop === null ? [] : (LOOPS[loop] ?? []);
      if (inside.includes(name)) used.add(name);
      else if (SCALARS.includes(name)) used.add(name);
      else report(name, [...inside, ...SCALARS], loop === null ? '' : `的“${loop}”中`);
    }
  }
  if (loop !== null)
    findings.push(broken(path, 'template-loop-open', loop, `{#${loop}} 没有 {/${loop}} 结束`, '在重复内容的后面补上'));
  return { unknown, used, findings };
};

/** Reads a template's fields and says what is wrong with them; `path` is how the template is called in messages. */
export const checkTemplate = async (bytes: Uint8Array, path: string): Promise<TemplateCheck> => {
  const file = Buffer.from(bytes);
  try {
    const { unknown, used, findings } = walk(await handler.parseTags(file), path);
    const rest = (await handler.getText(file)).replace(/\{[^{}]*\}/g, '');
    const half = /[{}]/.test(rest)
      ? [broken(path, 'template-brace', '', '模板中有不成对的花括号', '字段写作 {字段名}，左右花括号都要有')]
      : [];
    // A loop that begins inside a table cell and ends outside of it shows only when the template is filled.
    if (findings.length === 0 && half.length === 0) await handler.process(file, blankData());
    const known = [...SCALARS, ...Object.keys(LOOPS)];
    return {
      findings: [...findings, ...half],
      unknown,
      unused: known.filter((name) => !used.has(name)),
      asksIdentity: used.has(FULL_IDENTITY),
    };
  } catch (thrown) {
    if (thrown instanceof TemplateSyntaxError) {
      const crossed = broken(
        path,
        'template-loop-place',
        '',
        '循环的开头和结尾不在同一处',
        '不要一个在表格单元格里、一个在外面；同一行的表格循环，开头写在第一格，结尾写在最后一格',
      );
      return { findings: [crossed], unknown: [], unused: [], asksIdentity: false };
    }
    if (!(thrown instanceof MalformedFileError) && !(thrown instanceof UnsupportedFileTypeError)) throw thrown;
    const finding = broken(
      path,
      'template-not-docx',
      '',
      '模板不是 DOCX 文件，或文件已损坏',
      '在 WPS 或 Word 中打开并另存为 .docx',
    );
    return { findings: [finding], unknown: [], unused: [], asksIdentity: false };
  }
};

/** What XML forbids would make the whole file unreadable. */
const printable = (data: FieldData): FieldData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? withoutForbidden(value)
        : value.map((row) =>
            Object.fromEntries(Object.entries(row).map(([key, text]) => [key, withoutForbidden(text)])),
          ),
    ]),
  );

export type TemplateFiller = (documents: TransferDocuments) => Promise<Uint8Array>;

/** Works out a template that {@link checkTemplate} has passed; the function given back fills it for one letter after another. */
export const templateFiller = async (template: Uint8Array): Promise<TemplateFiller> => {
  const file = Buffer.from(template);
  const fill = async (data: FieldData): Promise<Uint8Array> => new Uint8Array(await handler.process(file, data));
  const casting = await castingOf(fill);
  return async (documents) => {
    const data = templateData(documents);
    return casting === null ? fill(printable(data)) : casting(data);
  };
};
