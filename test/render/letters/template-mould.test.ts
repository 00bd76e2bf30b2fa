/** Templates of offices filled fast: the same as the package fills them, letter for letter. */
import { Document, Footer, type ISectionOptions, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { TemplateHandler } from 'easy-template-x';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeDocuments } from '../../../src/notices/index.js';
import { templateFiller } from '../../../src/render/letters/index.js';
import { templateData } from '../../../src/render/letters/template-fields.js';
import { castingOf } from '../../../src/render/letters/template-mould.js';
import { sampleInput, sampleLead } from '../../notices/sample.js';

const template = async (children: ISectionOptions['children'], rest: Partial<ISectionOptions> = {}): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ ...rest, children }] }));
const lines = (...texts: readonly string[]): readonly Paragraph[] => texts.map((text) => new Paragraph(text));
const row = (...texts: readonly string[]): TableRow =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

const handler = new TemplateHandler();
const partOf = (bytes: Uint8Array, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const said = (xml: string): string =>
  xml
    .replace(/<w:(br|p)[ />]/g, '\n$&')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&apos;', "'");

const documents = composeDocuments(sampleInput);
const nobody = composeDocuments({ ...sampleInput, lead: { ...sampleLead, subject_name: null, evidence: null } });

const moulded = async (file: Buffer): Promise<boolean> =>
  (await castingOf(async (data) => new Uint8Array(await handler.process(file, data)))) !== null;

const TEMPLATES: Readonly<Record<string, () => Promise<Buffer>>> = {
  'fields between words, twice and in one line': () =>
    template(lines('关于{标题}（{发文字号}）', '{密级}{发文机关}{成文日期}', '{标题}')),
  'a loop of paragraphs beside another one': () =>
    template(
      lines(
        '一',
        '{#人员 [loopOver: "paragraph"]}{序号}{姓名}{/人员}',
        '{#材料 [loopOver: "paragraph"]}{名称}{/材料}',
        '尾',
      ),
    ),
  'loops inside a line, one after the other': () =>
    template(lines('共{#材料}{名称}、{/材料}{#人员}{姓名}（{标题}）{/人员}。')),
  'a loop over several paragraphs': () => template(lines('{#情形}{名称}', '{摘录}', '{法律依据}{/情形}', '{主送机关}')),
  'rows of a table': () =>
    template([
      new Table({ rows: [row('序号', '名称'), row('{#材料}{序号}', '{名称}{/材料}')] }),
      ...lines('共{材料份数}项'),
    ]),
  'a field in the foot of the page': () =>
    template(lines('{标题}'), { footers: { default: new Footer({ children: [...lines('{发文字号}')] }) } }),
  'fields cut into pieces by the office program': () =>
    template([new Paragraph({ children: [new TextRun('{标'), new TextRun({ text: '题}', bold: true })] })]),
};

describe('a template filled for many letters', () => {
  for (const [name, make] of Object.entries(TEMPLATES))
    it(`says the same as filled alone: ${name}`, async () => {
      const file = await make();
      expect(await moulded(file)).toBe(true);
      const fill = await templateFiller(file);
      for (const each of [documents, nobody]) {
        const [fast, slow] = [await fill(each), new Uint8Array(await handler.process(file, templateData(each)))];
        expect(said(partOf(fast))).toBe(said(partOf(slow)));
        expect(said(partOf(fast, 'word/footer1.xml'))).toBe(said(partOf(slow, 'word/footer1.xml')));
        expect(Object.keys(unzipSync(fast)).sort()).toEqual(Object.keys(unzipSync(slow)).sort());
      }
    });

  it('that uses a loop twice is filled letter by letter, and is right', async () => {
    const file = await template(lines('{#材料}{名称}；{/材料}', '{标题}', '{#材料}{名称}。{/材料}'));
    expect(await moulded(file)).toBe(false);
    const text = said(partOf(await (await templateFiller(file))(documents)));
    expect(text).toContain('复议案卷；询问笔录；');
    expect(text).toContain('复议案卷。询问笔录。');
  });

  it('keeps line breaks, escapes what XML reserves and drops what it forbids, fast or not', async () => {
    const summary = '该局\u0000拒绝<提供>&案卷。\n另查明：笔录缺失，致使无法查清有关事实。';
    const strange = composeDocuments({ ...sampleInput, lead: { ...sampleLead, summary } });
    for (const again of ['', '{#材料}甲{/材料}']) {
      const file = await template(lines('{主要问题}', again));
      expect(await moulded(file)).toBe(again === '');
      const xml = partOf(await (await templateFiller(file))(strange));
      expect(xml).toContain('该局拒绝&lt;提供&gt;&amp;案卷。</w:t><w:br/>');
      expect(xml).toContain('另查明');
    }
  });
});
