/**
 * DOCX 文书: a letter with its sheets as attachments in one file, or one of them alone, laid out to the letter form of
 * GB/T 9704-2012. Loaded only when a DOCX is asked for: the package behind it is the largest of the program.
 */
import { chineseDate } from '../../domain/calendar.js';
import {
  DATE_PENDING,
  type Letter,
  NUMBER_PENDING,
  RECEIVER_UNKNOWN,
  type Sheet,
  secrecyText,
  type TransferDocument,
  type TransferDocuments,
} from '../../domain/letter.js';
import { makeSkeleton, type Skeleton, wordFile } from './docx-page.js';
import {
  attachmentLines,
  blank,
  block,
  body,
  formTable,
  listTable,
  numberLine,
  paragraph,
  secrecyLine,
  signed,
} from './docx-parts.js';
import { STYLE } from './docx-styles.js';
import { signOff, TITLE_CHARACTERS } from './page.js';
import { titleLines } from './title-lines.js';
import { paragraphOf, run } from './word-xml.js';

const letterText = (letter: Letter): string => {
  const date = letter.date === null ? DATE_PENDING : chineseDate(letter.date);
  const right = signOff(letter.office, date);
  return [
    numberLine(letter.secrecy === null ? '' : secrecyText(letter.secrecy), letter.number ?? NUMBER_PENDING),
    blank(),
    blank(),
    paragraph(STYLE.title, titleLines(letter.titleParts, TITLE_CHARACTERS).join('\n')),
    blank(),
    paragraph(STYLE.receiver, `${letter.receiver ?? RECEIVER_UNKNOWN}：`),
    body(letter.opening),
    ...letter.sections.flatMap((each) => [paragraph(STYLE.section, each.title), ...each.blocks.map(block)]),
    // The last sentence goes with the signature: a page that holds a signature alone is not done.
    ...letter.closing.map((text, i) =>
      paragraphOf({ style: STYLE.body, keepNext: i === letter.closing.length - 1 }, run(text)),
    ),
    blank(true),
    ...attachmentLines(letter.attachments),
    blank(true),
    blank(true),
    signed(letter.office, right.office, true),
    signed(date, right.date, true),
    body(`（${letter.contactLine}）`),
  ].join('');
};

/** A sheet; as an attachment it begins a page with 附件 and its number. */
const sheetText = (sheet: Sheet, attachment: number | null): string =>
  [
    ...(attachment === null
      ? []
      : [paragraphOf({ style: STYLE.attachment, pageBreakBefore: attachment > 1 }, run(`附件${attachment}`))]),
    ...(sheet.secrecy === null ? [] : [secrecyLine(secrecyText(sheet.secrecy))]),
    paragraph(STYLE.sheetTitle, sheet.title),
    ...sheet.before.map((line) => paragraph(STYLE.sheetLine, line)),
    ...(sheet.rows.length === 0 ? [] : [formTable(sheet.rows)]),
    ...(sheet.table === null ? [] : [listTable(sheet.table)]),
    // A table may not end a section: a paragraph stands below it.
    blank(),
    ...sheet.after.map((line) =>
      paragraphOf({ style: STYLE.sheetLine, align: sheet.document === 'receipt' ? 'right' : 'left' }, run(line)),
    ),
  ].join('');

/** A batch is of one office: the shared parts of the last one asked for are kept, and made anew when it changes. */
let kept: { readonly key: string; readonly skeleton: Promise<Skeleton> } | null = null;

const skeletonFor = (heads: readonly (string | null)[]): Promise<Skeleton> => {
  const key = JSON.stringify(heads);
  if (kept?.key !== key) kept = { key, skeleton: makeSkeleton(heads) };
  return kept.skeleton;
};

const alone = async (document: TransferDocument): Promise<Uint8Array> =>
  document.document === 'letter'
    ? wordFile(await skeletonFor([document.office]), document.title, document.office, [letterText(document)])
    : wordFile(await skeletonFor([null]), document.title, '', [sheetText(document, null)]);

const whole = async ({ letter, register, materials, receipt }: TransferDocuments): Promise<Uint8Array> =>
  wordFile(await skeletonFor([letter.office, null]), letter.title, letter.office, [
    letterText(letter),
    [register, materials, receipt].map((sheet, i) => sheetText(sheet, i + 1)).join(''),
  ]);

/** The bytes of a DOCX file. */
export const letterDocx = (documents: TransferDocument | TransferDocuments): Promise<Uint8Array> =>
  'letter' in documents ? whole(documents) : alone(documents);
