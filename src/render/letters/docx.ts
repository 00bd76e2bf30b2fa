/**
 * DOCX 文书: a letter with its sheets as attachments in one file, or one of them alone, laid out to the letter form of
 * GB/T 9704-2012. Loaded only when a DOCX is asked for: the package behind it is the largest of the program.
 */
import { AlignmentType, type Document, Packer, Paragraph, type Table, TabStopType, TextRun } from 'docx';
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
import { section, wordDocument } from './docx-page.js';
import {
  attachmentLines,
  blank,
  block,
  body,
  formTable,
  listTable,
  paragraph,
  signed,
  titleParagraph,
} from './docx-parts.js';
import { STYLE } from './docx-styles.js';
import { FACE, signOff, TEXT_WIDTH, TITLE_CHARACTERS } from './page.js';
import { titleLines } from './title-lines.js';

type Block = Paragraph | Table;

/** 密级 flush left and 文号 flush right, on the line under the head. */
const numberLine = (secrecy: string, number: string): Paragraph =>
  new Paragraph({
    style: STYLE.number,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      ...(secrecy === '' ? [] : [new TextRun({ text: secrecy, font: FACE.heading })]),
      new TextRun({ text: `\t${number}` }),
    ],
  });

const letterBlocks = (letter: Letter): readonly Block[] => {
  const date = letter.date === null ? DATE_PENDING : chineseDate(letter.date);
  const right = signOff(letter.office, date);
  return [
    numberLine(letter.secrecy === null ? '' : secrecyText(letter.secrecy), letter.number ?? NUMBER_PENDING),
    blank(),
    blank(),
    titleParagraph(STYLE.title, titleLines(letter.titleParts, TITLE_CHARACTERS)),
    blank(),
    paragraph(STYLE.receiver, `${letter.receiver ?? RECEIVER_UNKNOWN}：`),
    body(letter.opening),
    ...letter.sections.flatMap((each) => [paragraph(STYLE.section, each.title), ...each.blocks.map(block)]),
    ...letter.closing.map((text, i) =>
      // The last sentence goes with the signature: a page that holds a signature alone is not done.
      i < letter.closing.length - 1 ? body(text) : new Paragraph({ style: STYLE.body, keepNext: true, text }),
    ),
    blank(true),
    ...attachmentLines(letter.attachments),
    blank(true),
    blank(true),
    signed(letter.office, right.office, true),
    signed(date, right.date, letter.contact !== null),
    ...(letter.contact === null ? [] : [body(`（${letter.contact}）`)]),
  ];
};

/** A sheet; as an attachment it begins a page with 附件 and its number. */
const sheetBlocks = (sheet: Sheet, attachment: number | null): readonly Block[] => [
  ...(attachment === null
    ? []
    : [new Paragraph({ style: STYLE.attachment, pageBreakBefore: attachment > 1, text: `附件${attachment}` })]),
  ...(sheet.secrecy === null
    ? []
    : [
        new Paragraph({
          style: STYLE.number,
          children: [new TextRun({ text: secrecyText(sheet.secrecy), font: FACE.heading })],
        }),
      ]),
  titleParagraph(STYLE.sheetTitle, [sheet.title]),
  ...sheet.before.map((line) => paragraph(STYLE.sheetLine, line)),
  ...(sheet.rows.length === 0 ? [] : [formTable(sheet.rows)]),
  ...(sheet.table === null ? [] : [listTable(sheet.table)]),
  ...(sheet.after.length === 0 ? [] : [blank()]),
  ...sheet.after.map(
    (line) =>
      new Paragraph({
        style: STYLE.sheetLine,
        alignment: sheet.document === 'receipt' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        text: line,
      }),
  ),
];

const alone = (document: TransferDocument): Document =>
  document.document === 'letter'
    ? wordDocument(document.title, document.office, [section(document.office, letterBlocks(document))])
    : wordDocument(document.title, '', [section(null, sheetBlocks(document, null))]);

const whole = ({ letter, register, materials, receipt }: TransferDocuments): Document =>
  wordDocument(letter.title, letter.office, [
    section(letter.office, letterBlocks(letter)),
    section(
      null,
      [register, materials, receipt].flatMap((sheet, i) => sheetBlocks(sheet, i + 1)),
    ),
  ]);

/** The bytes of a DOCX file. */
export const letterDocx = async (documents: TransferDocument | TransferDocuments): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer('letter' in documents ? whole(documents) : alone(documents)));
