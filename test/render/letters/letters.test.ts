import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeDocuments } from '../../../src/notices/index.js';
import {
  checkTemplate,
  letterDocx,
  letterHtml,
  letterMarkdown,
  letterText,
  renderLetter,
  templateFiller,
} from '../../../src/render/letters/index.js';
import { shippedTemplates } from '../../../src/render/letters/template-source.js';
import { titleLines } from '../../../src/render/letters/title-lines.js';
import { sampleInput, sampleLead, withParagraphs, withPersons } from '../../notices/sample.js';

const sample = composeDocuments(sampleInput);
const parts = (bytes: Uint8Array): ((name: string) => string) => {
  const files = unzipSync(bytes);
  return (name) => strFromU8(files[name] ?? new Uint8Array());
};
const said = (xml: string): string => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

describe('a letter as text', () => {
  it('reads as it was worded', async () => {
    await expect(letterText(sample.letter)).toMatchFileSnapshot('golden/letter.txt');
    await expect([sample.register, sample.materials, sample.receipt].map(letterText).join('\n')).toMatchFileSnapshot(
      'golden/sheets.txt',
    );
  });

  it('reads as Markdown, with the marks of a lead escaped', async () => {
    await expect(letterMarkdown(composeDocuments(withPersons(4)).letter)).toMatchFileSnapshot('golden/letter.md.txt');
    const lead = { ...sampleLead, summary: '# 该局*多次*拒绝提供[案卷]<b>|' };
    expect(letterMarkdown(composeDocuments({ ...sampleInput, lead }).letter)).toContain(
      '\\# 该局\\*多次\\*拒绝提供\\[案卷\\]\\<b\\>\\|',
    );
  });

  it('shows an unknown receiver and a number not yet given as such', () => {
    const { letter } = composeDocuments({ ...sampleInput, receiver: null, number: null, date: null });
    for (const text of [letterText(letter), letterMarkdown(letter), letterHtml(letter)]) {
      expect(text).toContain('（主送机关待填写）');
      expect(text).toContain('（发文字号待编）');
    }
  });
});

describe('a letter as HTML', () => {
  it('is one file that escapes what it is told', () => {
    const html = letterHtml(
      composeDocuments({ ...sampleInput, lead: { ...sampleLead, summary: '<script>"&\'</script>该局拒绝提供' } }),
    );
    expect(html).not.toMatch(/<script|src=|href=/);
    expect(html).toContain('&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;');
    expect(html.match(/<article>/g)).toHaveLength(4);
  });
});

describe('a letter as DOCX', () => {
  it('has the page of GB/T 9704: A4, margins, 22 lines of 28 characters, faces by name', async () => {
    const part = parts(await letterDocx(sample));
    const document = part('word/document.xml');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document.match(/<w:docGrid [^>]*>/g)?.[0]).toMatch(/w:linePitch="579"/);
    expect(document.match(/<w:docGrid [^>]*>/g)?.[0]).toMatch(/w:type="lines"/);
    expect(document.match(/<w:sectPr/g)).toHaveLength(2);
    const styles = part('word/styles.xml');
    expect(styles).toContain('<w:spacing w:val="-5"/>');
    // Or LibreOffice loses full stops at the end of full lines.
    expect(styles).toContain('<w:overflowPunct/>');
    for (const face of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312'])
      expect(styles).toContain(`w:eastAsia="${face}"`);
    expect(styles).toContain('<w:sz w:val="32"/>');
    expect(styles).toContain('<w:sz w:val="44"/>');
  });

  it('has its head on the first page alone and page numbers on the others', async () => {
    const part = parts(await letterDocx(sample.letter));
    const document = part('word/document.xml');
    expect(document).toContain('<w:titlePg/>');
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(said(part('word/header1.xml'))).toContain('中共某市委全面依法治市委员会办公室');
    const footers = ['word/footer1.xml', 'word/footer2.xml', 'word/footer3.xml'].map(part);
    expect(footers.filter((footer) => footer.includes('PAGE'))).toHaveLength(2);
  });

  it('says all that the letter and its sheets say', async () => {
    const documents = composeDocuments(withPersons(15));
    const text = said(parts(await letterDocx(documents))('word/document.xml'));
    for (const { name } of documents.letter.subjects) expect(text).toContain(name);
    for (const block of composeDocuments(withParagraphs(9)).letter.sections[2]?.blocks ?? [])
      if (block.type === 'paragraph')
        expect(said(parts(await letterDocx(composeDocuments(withParagraphs(9))))('word/document.xml'))).toContain(
          block.text,
        );
    for (const words of ['附件1', '附件2', '附件3', '问题线索移送登记表', '移送材料清单', '问题线索移送回执'])
      expect(text).toContain(words);
  });

  it('marks a state secret only where the lead states one', async () => {
    const secret = composeDocuments({ ...sampleInput, lead: { ...sampleLead, secrecy: '机密★1年' } });
    expect(said(parts(await letterDocx(secret.letter))('word/document.xml'))).toContain('机密★1年');
    expect(said(parts(await letterDocx(sample))('word/document.xml'))).not.toMatch(/机密|工作秘密/);
  });

  it('is a file of its own for every sheet', async () => {
    for (const sheet of [sample.register, sample.materials, sample.receipt]) {
      const document = parts((await renderLetter('docx', sheet)) as Uint8Array)('word/document.xml');
      expect(said(document)).toContain(sheet.title);
      expect(document).not.toContain('<w:titlePg/>');
    }
  });
});

describe('the lines of a title', () => {
  it('break between parts, fewest and most even first', () => {
    expect(titleLines(['关于移送', '某局', '问题线索的函'], 20)).toEqual(['关于移送某局问题线索的函']);
    expect(titleLines(sample.letter.titleParts, 20)).toEqual([
      '关于移送某县某局陈某',
      '涉嫌拒绝或阻挠取证问题线索的函',
    ]);
  });

  it('are left to the office program where a part is longer than a line', () => {
    expect(titleLines(['关于移送', '某'.repeat(30), '的函'], 20)).toHaveLength(1);
  });
});

describe('the shipped templates', () => {
  const folder = new URL('../../../data/templates/', import.meta.url);

  it('are what their source makes of them (UPDATE_DOCS=1 writes them anew)', async () => {
    for (const { name, bytes } of await shippedTemplates()) {
      const url = new URL(encodeURIComponent(name), folder);
      if (process.env.UPDATE_DOCS) writeFileSync(url, bytes);
      const [shipped, source] = [parts(readFileSync(url)), parts(bytes)];
      for (const part of ['word/document.xml', 'word/styles.xml', 'word/header1.xml', 'word/footer1.xml'])
        expect(shipped(part), `${name} ${part}`).toBe(source(part));
    }
  });

  it('have no unknown field and fill with all that the letter says', async () => {
    for (const { name, bytes } of await shippedTemplates()) {
      const check = await checkTemplate(bytes, name);
      expect([check.findings, check.unknown, check.asksIdentity], name).toEqual([[], [], false]);
      const text = said(parts(await (await templateFiller(bytes))(sample))('word/document.xml'));
      expect(text, name).not.toMatch(/[{}]/);
      if (name === '移送函.docx')
        for (const block of sample.letter.sections.flatMap((each) => each.blocks))
          if (block.type === 'paragraph') expect(text).toContain(block.text);
    }
  });
});

describe('the check of a template', () => {
  const template = async (...lines: readonly string[]): Promise<Uint8Array> => {
    const { Document, Packer, Paragraph } = await import('docx');
    return new Uint8Array(
      await Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] })),
    );
  };
  const codes = async (...lines: readonly string[]): Promise<readonly string[]> =>
    (await checkTemplate(await template(...lines), '模板.docx')).findings.map((finding) => finding.code);

  it('names an unknown field and the nearest known one', async () => {
    const { findings, unknown } = await checkTemplate(
      await template('{标体}', '{#材料}{名称}{页}{/材料}'),
      '模板.docx',
    );
    expect(unknown).toEqual(['标体', '页']);
    expect(findings[0]).toMatchObject({ path: '模板.docx', code: 'template-field-unknown', hint: '是否指“标题”？' });
  });

  it('knows no field for the reporter', async () => {
    expect(await codes('{反映人}', '{反映人联系方式}')).toEqual(['template-field-unknown', 'template-field-unknown']);
  });

  it('says what is wrong with a loop or a brace', async () => {
    expect(await codes('{#材料}{名称}')).toEqual(['template-loop-open']);
    expect(await codes('{/材料}')).toEqual(['template-loop-order']);
    expect(await codes('{#材料}{#人员}{姓名}{/人员}{/材料}')).toContain('template-loop-nested');
    expect(await codes('{标题')).toEqual(['template-brace']);
  });

  it('lists what is not used, and whether identity numbers are asked for in full', async () => {
    const { unused, asksIdentity } = await checkTemplate(
      await template('{标题}', '{#人员}{身份证号全号}{/人员}'),
      '模板.docx',
    );
    expect(unused).toContain('发文字号');
    expect(unused).not.toContain('标题');
    expect(asksIdentity).toBe(true);
  });

  it('refuses what is not a DOCX', async () => {
    expect((await checkTemplate(new Uint8Array([1, 2, 3]), '模板.docx')).findings).toMatchObject([
      { code: 'template-not-docx' },
    ]);
  });
});

describe('a file of a lead with strange characters', () => {
  it('stays readable: what XML forbids is dropped, what it reserves is escaped, rare characters stay', async () => {
    const summary = '该局\u0000拒绝\uD800提供<案卷>&“材料”𬎆\uFFFF。';
    const document = parts(await letterDocx(composeDocuments({ ...sampleInput, lead: { ...sampleLead, summary } })))(
      'word/document.xml',
    );
    expect(document).toContain('该局拒绝提供&lt;案卷&gt;&amp;“材料”𬎆。');
  });

  it('is the same bytes for the same letter', async () => {
    expect(await letterDocx(sample)).toEqual(await letterDocx(sample));
  });
});
