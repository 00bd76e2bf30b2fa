/**
 * DOCX 样式: the named paragraph styles of the letter and its sheets, Chinese names so that a clerk finds them in WPS. Text
 * carries style names alone; changing a face or size in an office's template is one change in one place.
 */
import type { IParagraphStyleOptions, IRunOptions, IStylesOptions } from 'docx';
import { CHARACTER, CHARACTER_SPACING, FACE, LINE_PITCH, RED, SIZE } from './page.js';

const face = (name: string): NonNullable<IRunOptions['font']> => ({
  ascii: FACE.latin,
  cs: FACE.latin,
  eastAsia: name,
  hAnsi: name,
});

/** Title lines keep the pitch of the grid: a 22 pt face would else take two lines of it. */
const EXACT = { line: LINE_PITCH, lineRule: 'exact' } as const;

type Style = NonNullable<IParagraphStyleOptions['paragraph']>;
const style = (id: string, name: string, paragraph: Style, run: IParagraphStyleOptions['run'] = {}) => ({
  id,
  name,
  quickFormat: true,
  paragraph,
  run,
});

export const STYLE = {
  head: 'LetterHead',
  number: 'LetterNumber',
  title: 'LetterTitle',
  receiver: 'Receiver',
  body: 'LetterBody',
  section: 'SectionTitle',
  attachment: 'AttachmentLabel',
  sheetTitle: 'SheetTitle',
  sheetLine: 'SheetLine',
  cell: 'CellText',
  cellTitle: 'CellTitle',
  page: 'PageNumber',
  item: 'ItemLabel',
} as const;

const twoCharacters = { firstLine: 2 * CHARACTER };

/**
 * 标点: that marks may hang beyond the margin is said although it is so by default. LibreOffice takes it for the opposite, and only
 * so loses none: of marks that hang it leaves out the full stop after a closing quotation mark.
 */
const PARAGRAPH = { alignment: 'both', overflowPunctuation: true } as const;

export const letterStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: face(FACE.body),
        size: SIZE.body,
        characterSpacing: CHARACTER_SPACING,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: PARAGRAPH,
    },
  },
  paragraphStyles: [
    style(STYLE.head, '发文机关标志', { alignment: 'center' }, { font: face(FACE.title), color: RED }),
    style(STYLE.number, '文号和密级', { alignment: 'left' }),
    style(
      STYLE.title,
      '公文标题',
      { alignment: 'center', spacing: EXACT },
      { font: face(FACE.title), size: SIZE.title },
    ),
    style(STYLE.receiver, '主送机关', { alignment: 'left' }),
    style(STYLE.body, '公文正文', { indent: twoCharacters }),
    style(STYLE.section, '一级标题', { indent: twoCharacters, keepNext: true }, { font: face(FACE.heading) }),
    style(STYLE.attachment, '附件标记', { alignment: 'left' }, { font: face(FACE.heading) }),
    style(
      STYLE.sheetTitle,
      '表单标题',
      { alignment: 'center', spacing: { ...EXACT, after: 240 } },
      { font: face(FACE.title), size: SIZE.title },
    ),
    style(
      STYLE.sheetLine,
      '表单文字',
      { alignment: 'left', spacing: { line: 440, lineRule: 'exact', before: 60, after: 60 } },
      { size: SIZE.sheet },
    ),
    style(
      STYLE.cell,
      '表格文字',
      { alignment: 'left', spacing: { line: 320, lineRule: 'exact' } },
      { size: SIZE.table, characterSpacing: 0 },
    ),
    style(
      STYLE.cellTitle,
      '表格栏目',
      { alignment: 'center', spacing: { line: 320, lineRule: 'exact' } },
      { size: SIZE.table, characterSpacing: 0, font: face(FACE.heading) },
    ),
    style(
      STYLE.page,
      '页码',
      { spacing: { line: 320, lineRule: 'exact', after: 170 }, indent: { left: CHARACTER, right: CHARACTER } },
      { font: { ascii: FACE.page, eastAsia: FACE.page, hAnsi: FACE.page, cs: FACE.page }, size: SIZE.sheet },
    ),
  ],
  characterStyles: [{ id: STYLE.item, name: '二级标题', quickFormat: true, run: { font: face(FACE.item) } }],
};
