/**
 * 模板字段: the names that an office may write into its own DOCX templates, as {标题} or {#材料}…{/材料}, and what each stands
 * for. Chinese names, because a clerk reads them in WPS. A field of the lead is known by its heading; those that are never
 * shown (反映人) are not fields at all.
 */
import { chineseDate } from '../../domain/calendar.js';
import {
  DATE_PENDING,
  type LetterBlock,
  NUMBER_PENDING,
  RECEIVER_UNKNOWN,
  secrecyText,
  type TransferDocuments,
} from '../../domain/letter.js';
import { lead } from '../../kinds/lead.js';

/** Asking for this field shows identity numbers in full: the operator must confirm it. */
export const FULL_IDENTITY = '身份证号全号';

/** Fields that stand once in a document, beside the headings of the lead. */
const OWN_SCALARS = [
  '发文机关',
  '发文字号',
  '密级',
  '标题',
  '主送机关',
  '开头语',
  '结语',
  '成文日期',
  '附注',
  '联系电话',
  '反馈期限',
  '符合情形',
  '移送依据',
  '材料份数',
  '批准人',
  '批准日期',
  '移送日期',
  '送达日期',
] as const;

/** 循环字段: what repeats, and the fields inside. */
export const LOOPS: Readonly<Record<string, readonly string[]>> = {
  来源段: ['文字'],
  对象段: ['文字'],
  问题段: ['文字'],
  情形段: ['文字'],
  依据段: ['文字'],
  结语段: ['文字'],
  附件: ['序号', '名称'],
  人员: ['序号', '姓名', '单位', '职务', '职级', '干部管理权限', '政治面貌', '身份证号', FULL_IDENTITY, '简介'],
  情形: ['序号', '名称', '摘录', '研判理由', '法律依据'],
  材料: ['序号', '名称', '形式', '份数', '页数', '密级', '备注'],
};

export const SCALARS: readonly string[] = [
  ...OWN_SCALARS,
  ...lead.fields.filter((field) => field.privacy !== 'hidden').map((field) => field.title),
];

/** Sections of the letter in their order, as loops of paragraphs. */
const SECTION_LOOPS = ['来源段', '对象段', '问题段', '情形段', '依据段'] as const;

const blockText = (block: LetterBlock): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'item':
      return [`${block.label}。${block.text}`];
    case 'table':
      return block.table.rows.map((row) =>
        `${row.filter((cell) => cell !== '').join('，')}。`.replace(/^(\d+)，/, '$1. '),
      );
  }
};

type Row = Record<string, string>;
/** What a template is filled with: a text for each field, rows for each loop. */
export type FieldData = Record<string, string | Row[]>;
const numbered = (rows: readonly Row[]): Row[] => rows.map((row, i) => ({ 序号: String(i + 1), ...row }));
const paragraphs = (texts: readonly string[]): Row[] => texts.map((文字) => ({ 文字 }));

/** What a template is filled with. Every known field is there, blank or not: a blank must not leave a {名称} standing. */
export const templateData = ({ letter, register }: TransferDocuments): FieldData => {
  const registered = new Map(register.rows.flat().map(({ title, value }) => [title, value]));
  const own: Readonly<Record<(typeof OWN_SCALARS)[number], string>> = {
    发文机关: letter.office,
    发文字号: letter.number ?? NUMBER_PENDING,
    密级: letter.secrecy === null ? '' : secrecyText(letter.secrecy),
    标题: letter.title,
    主送机关: letter.receiver ?? RECEIVER_UNKNOWN,
    开头语: letter.opening,
    结语: letter.closing.join('\n'),
    成文日期: letter.date === null ? DATE_PENDING : chineseDate(letter.date),
    附注: `（${letter.contactLine}）`,
    联系电话: letter.contact.phone,
    反馈期限: letter.feedbackBy,
    符合情形: letter.situations.map((each) => each.name).join('、'),
    移送依据: letter.basis.join('；'),
    材料份数: String(letter.materials.length),
    批准人: registered.get('批准人') ?? '',
    批准日期: registered.get('批准日期') ?? '',
    移送日期: registered.get('移送日期') ?? '',
    送达日期: registered.get('送达日期') ?? '',
  };
  return {
    ...Object.fromEntries(letter.facts.map(({ title, value }) => [title, value])),
    ...own,
    联系人: letter.contact.person,
    ...Object.fromEntries(
      SECTION_LOOPS.map((name, i) => [name, paragraphs(letter.sections[i]?.blocks.flatMap(blockText) ?? [])]),
    ),
    结语段: paragraphs(letter.closing),
    附件: numbered(letter.attachments.map((名称) => ({ 名称 }))),
    人员: numbered(
      letter.subjects.map((each) => ({
        姓名: each.name,
        单位: each.agency,
        职务: each.post,
        职级: each.rank,
        干部管理权限: each.cadreAuthority,
        政治面貌: each.politicalStatus,
        身份证号: each.identity,
        [FULL_IDENTITY]: each.identity,
        简介: [
          each.name,
          `${each.agency}${each.post}`,
          each.rank,
          each.cadreAuthority,
          each.politicalStatus,
          each.identity,
        ]
          .filter((part) => part !== '')
          .join('，'),
      })),
    ),
    情形: numbered(
      letter.situations.map((each) => ({
        名称: each.name,
        摘录: each.excerpts.map((excerpt) => `“${excerpt}”`).join(''),
        研判理由: each.judgedBy ?? '',
        法律依据: each.basis.join('；'),
      })),
    ),
    材料: numbered(
      letter.materials.map((each) => ({
        名称: each.name,
        形式: each.form,
        份数: each.copies,
        页数: each.pages,
        密级: each.secrecy,
        备注: each.remarks,
      })),
    ),
  };
};

/** A filling of blanks, one row a loop: enough to try whether a template can be filled at all. */
export const blankData = (): FieldData => ({
  ...Object.fromEntries(SCALARS.map((name) => [name, ''])),
  ...Object.fromEntries(
    Object.entries(LOOPS).map(([name, fields]) => [name, [Object.fromEntries(fields.map((field) => [field, '']))]]),
  ),
});
