// `node letters.mjs FOLDER`: the yardstick for letters. Reads the DOCX files of FOLDER, builds the same paragraphs and tables with the
// docx package and packs each; prints the seconds that this took. Reading is not counted; styles are bare, so it is asked a little less.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';

const [folder] = process.argv.slice(2);

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[0]);
const textOf = (xml) => matches(xml, /(?<=<w:t(?: [^>]*)?>)[^<]*/g).join('');

const readParagraph = (xml) => ({
  style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1],
  runs: matches(xml, /<w:r>.*?<\/w:r>/gs).map(textOf),
});
const readTable = (xml) =>
  matches(xml, /<w:tr[ >].*?<\/w:tr>/gs).map((row) =>
    matches(row, /<w:tc>.*?<\/w:tc>/gs).map((cell) => matches(cell, /<w:p[ >].*?<\/w:p>/gs).map(readParagraph)),
  );

const read = (name) => {
  const parts = unzipSync(readFileSync(join(folder, name)));
  const text = (part) => (parts[part] ? strFromU8(parts[part]) : '');
  return {
    header: textOf(text('word/header1.xml')),
    body: matches(text('word/document.xml'), /<w:tbl>.*?<\/w:tbl>|<w:p(?: [^>]*)?>.*?<\/w:p>/gs).map((xml) =>
      xml.startsWith('<w:tbl>') ? readTable(xml) : readParagraph(xml),
    ),
  };
};

const paragraph = ({ style, runs }) =>
  new Paragraph({ ...(style ? { style } : {}), children: runs.map((text) => new TextRun(text)) });
const table = (rows) =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((each) => new TableCell({ children: each.map(paragraph) })) }),
    ),
  });

const letters = readdirSync(folder)
  .filter((name) => name.endsWith('.docx'))
  .map(read);
const paragraphs = letters.reduce((sum, { body }) => sum + body.length, 0);
if (letters.length === 0 || paragraphs < 10 * letters.length)
  throw new Error(`${folder} holds no letters that can be read`);
const start = process.hrtime.bigint();
for (const { header, body } of letters) {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(header)] }) },
        footers: { default: new Footer({ children: [new Paragraph('—')] }) },
        children: body.map((each) => (Array.isArray(each) ? table(each) : paragraph(each))),
      },
    ],
  });
  await Packer.toBuffer(document);
}
process.stdout.write(`${Number(process.hrtime.bigint() - start) / 1e9}\n`);
