/**
 * 随程序提供的模板: makes data/templates/*.docx, the start from which an office edits its own, with the very styles and pages
 * of docx.ts. Run by the test that compares the shipped files with this source (UPDATE_DOCS=1 writes them anew).
 */
import { makeSkeleton, wordFile } from './docx-page.js';
import { blank, body, formTable, listTable, numberLine, paragraph, signed } from './docx-parts.js';
import { STYLE } from './docx-styles.js';
import { CHARACTER } from './page.js';
import { paragraphOf, run } from './word-xml.js';

/** A loop that repeats its whole paragraph; without the option it would repeat inside of it. */
const eachParagraph = (name: string, inside: string): string => `{#${name} [loopOver: "paragraph"]}${inside}{/${name}}`;

const letterSections = (['来源', '对象', '问题', '情形', '依据'] as const).flatMap((name, i) => {
  const titles = ['一、线索来源', '二、被反映对象', '三、反映的主要问题', '四、符合的移送情形', '五、移送依据'];
  return [paragraph(STYLE.section, titles[i] ?? ''), body(eachParagraph(`${name}段`, '{文字}'))];
});

const letter: readonly string[] = [
  numberLine('{密级}', '{发文字号}'),
  blank(),
  blank(),
  paragraph(STYLE.title, '{标题}'),
  blank(),
  paragraph(STYLE.receiver, '{主送机关}：'),
  body('{开头语}'),
  ...letterSections,
  body(eachParagraph('结语段', '{文字}')),
  blank(),
  body('附件：'),
  body(eachParagraph('附件', '{序号}. {名称}')),
  blank(),
  blank(),
  signed('{发文机关}', 2 * CHARACTER, true),
  signed('{成文日期}', 4 * CHARACTER, false),
  body('{附注}'),
];

const pair = (title: string, value = `{${title}}`): { title: string; value: string } => ({ title, value });

const register: readonly string[] = [
  paragraph(STYLE.sheetTitle, '问题线索移送登记表'),
  paragraph(STYLE.sheetLine, '填报单位：{发文机关}'),
  formTable([
    [pair('线索编号'), pair('登记日期')],
    [pair('线索来源'), pair('来源案号')],
    [pair('发现日期'), pair('发现人')],
    [pair('被反映单位'), pair('行政区划')],
    [pair('被反映人', eachParagraph('人员', '{序号}. {简介}'))],
    [pair('符合情形')],
    [pair('主要问题')],
    [pair('证据材料', eachParagraph('材料', '{序号}. {名称}'))],
    [pair('移送依据')],
    [pair('审核意见', '')],
    [pair('批准人'), pair('批准日期')],
    [pair('移送文号', '{发文字号}'), pair('移送日期')],
    [pair('接收机关', '{主送机关}')],
    [pair('送达方式', ''), pair('送达日期')],
    [pair('接收人', ''), pair('联系人', '{联系人} {联系电话}')],
  ]),
  blank(),
];

const materials: readonly string[] = [
  paragraph(STYLE.sheetTitle, '移送材料清单'),
  paragraph(STYLE.sheetLine, '线索编号：{线索编号}'),
  paragraph(STYLE.sheetLine, '移送文号：{发文字号}'),
  listTable({
    columns: [
      { title: '序号', width: 7 },
      { title: '材料名称', width: 36 },
      { title: '原件/复印件', width: 17 },
      { title: '份数', width: 8 },
      { title: '页数', width: 8 },
      { title: '密级', width: 10 },
      { title: '备注', width: 14 },
    ],
    rows: [['{#材料}{序号}', '{名称}', '{形式}', '{份数}', '{页数}', '{密级}', '{备注}{/材料}']],
  }),
  blank(),
  paragraph(STYLE.sheetLine, '共{材料份数}项。'),
  paragraph(STYLE.sheetLine, '移交人（签名）：　　　　　　　　接收人（签名）：'),
  paragraph(STYLE.sheetLine, '移交日期：　　　　年　　月　　日'),
];

const atRight = (text: string): string => paragraphOf({ style: STYLE.sheetLine, align: 'right' }, run(text));

const receipt: readonly string[] = [
  paragraph(STYLE.sheetTitle, '问题线索移送回执'),
  paragraph(STYLE.sheetLine, '{发文机关}：'),
  paragraph(STYLE.sheetLine, '　　《{标题}》（{发文字号}）及所附材料收悉。现将接收情况回复如下：'),
  formTable([
    [pair('来文字号', '{发文字号}'), pair('线索编号')],
    [pair('收到日期', '　　　　年　　月　　日'), pair('接收编号', '')],
    [pair('接收部门', ''), pair('接收人', '')],
    [pair('受理意见', '　□受理　　□转送有管辖权的机关　　□部分受理　　□退回')],
    [pair('说明', '')],
    [pair('反馈期限')],
  ]),
  blank(),
  atRight('{主送机关}（盖章）'),
  atRight('　　　　年　　月　　日'),
];

export interface TemplateSource {
  /** File name in data/templates. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The four shipped templates. */
export const shippedTemplates = async (): Promise<readonly TemplateSource[]> => {
  const parts: readonly (readonly [string, string | null, readonly string[]])[] = [
    ['移送函', '{发文机关}', letter],
    ['移送登记表', null, register],
    ['移送清单', null, materials],
    ['回执', null, receipt],
  ];
  return Promise.all(
    parts.map(async ([name, office, blocks]) => ({
      name: `${name}.docx`,
      bytes: wordFile(await makeSkeleton([office]), name, '', [blocks.join('')]),
    })),
  );
};
