/**
 * WordprocessingML of paragraphs, runs and tables, as text. The docx package makes everything that letters share (styles,
 * head, foot, page); what differs from letter to letter is written here, because packing the shared parts anew for each
 * letter is two thirds of the cost of a batch. Text of a lead is escaped; characters that XML forbids are dropped.
 */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters, halves of a surrogate pair and the two non-characters would make the whole file unreadable.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, '');

export const xmlText = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

export interface RunLook {
  /** Character style id. */
  readonly style?: string;
  /** East Asian face, where it differs from the paragraph's. */
  readonly face?: string;
}

/** A run; tabs and line breaks of the text become those of the document. */
export const run = (text: string, { style, face }: RunLook = {}): string => {
  if (text === '') return '';
  const look = `${style === undefined ? '' : `<w:rStyle w:val="${style}"/>`}${face === undefined ? '' : `<w:rFonts w:ascii="${face}" w:eastAsia="${face}" w:hAnsi="${face}"/>`}`;
  const pieces = text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
    })
    .join('');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${pieces}</w:r>`;
};

export interface ParagraphLook {
  readonly style?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Right tab stop, twips. */
  readonly rightTab?: number;
  readonly indent?: { readonly left?: number; readonly right?: number; readonly hanging?: number };
  readonly align?: 'left' | 'right';
  /** Lines keep their own height instead of the pitch of the page: cells of tables. */
  readonly offGrid?: boolean;
}

/** A paragraph of runs. Widow control is off: it would leave lines of the 22 empty, which letters of this form do not have. */
export const paragraphOf = (look: ParagraphLook, runs: string): string => {
  const { style, keepNext, pageBreakBefore, rightTab, indent, align, offGrid } = look;
  const sides =
    indent === undefined
      ? ''
      : Object.entries(indent)
          .map(([side, twips]) => ` w:${side}="${twips}"`)
          .join('');
  return [
    '<w:p><w:pPr>',
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/><w:keepLines/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    '<w:widowControl w:val="0"/>',
    rightTab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${rightTab}"/></w:tabs>`,
    offGrid ? '<w:snapToGrid w:val="0"/>' : '',
    sides === '' ? '' : `<w:ind${sides}/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    '</w:pPr>',
    runs,
    '</w:p>',
  ].join('');
};

const BORDER = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');
const CELL_MARGIN = [
  ['top', 30],
  ['left', 70],
  ['bottom', 30],
  ['right', 70],
]
  .map(([side, twips]) => `<w:${side} w:w="${twips}" w:type="dxa"/>`)
  .join('');

export const tableOf = (widths: readonly number[], rows: readonly string[]): string => {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDER}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${CELL_MARGIN}</w:tblCellMar></w:tblPr><w:tblGrid>${widths
    .map((each) => `<w:gridCol w:w="${each}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
};

export interface RowLook {
  /** The row repeats at the head of every page. */
  readonly heading?: boolean;
  /** The row is never cut in two. */
  readonly whole?: boolean;
}

/** Least height of a row, twips: room to write by hand. */
const ROW_HEIGHT = 560;

export const rowOf = (cells: readonly string[], { heading, whole }: RowLook = {}): string =>
  `<w:tr><w:trPr>${whole ? '<w:cantSplit/>' : ''}<w:trHeight w:val="${ROW_HEIGHT}" w:hRule="atLeast"/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;

/** A cell; each line of its text is a paragraph. */
export const cellOf = (style: string, text: string, width: number, span = 1): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${text
    .split('\n')
    .map((line) => paragraphOf({ style, offGrid: true }, run(line)))
    .join('')}</w:tc>`;
