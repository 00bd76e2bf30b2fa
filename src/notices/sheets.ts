/**
 * 移送登记表、移送材料清单、回执: the three sheets that go with a letter, worded from the letter already composed, so that no
 * fact is told in two ways. The receipt is blank for the commission (案件监督管理室) to fill in and return.
 */
import { chineseDate } from '../domain/calendar.js';
import {
  type Letter,
  type LetterFact,
  type LetterMaterial,
  NUMBER_PENDING,
  RECEIVER_UNKNOWN,
  type Sheet,
  type TransferDocuments,
} from '../domain/letter.js';
import { ATTACHMENTS, composeLetter } from './compose.js';
import { BLANK_DAY } from './contact.js';
import type { LetterInput } from './letter-input.js';
import { personText } from './subjects.js';

const day = (iso: string | null | undefined): string => (iso ? chineseDate(iso) : '');
const fact = (title: string, value: string): LetterFact => ({ title, value });
const [REGISTER = '', MATERIALS = '', RECEIPT = ''] = ATTACHMENTS;

const registerSheet = (letter: Letter, input: LetterInput): Sheet => {
  const values = new Map(letter.facts.map((each) => [each.title, each.value]));
  const of = (title: string): LetterFact => fact(title, values.get(title) ?? '');
  const process = input.process ?? {};
  return {
    document: 'register',
    leadNo: letter.leadNo,
    title: REGISTER,
    secrecy: letter.secrecy,
    before: [`填报单位：${letter.office}`],
    rows: [
      [of('线索编号'), of('登记日期')],
      [of('线索来源'), of('来源案号')],
      [of('发现日期'), of('发现人')],
      [of('被反映单位'), of('行政区划')],
      [fact('被反映人', letter.subjects.map(personText).join('；\n'))],
      [fact('符合情形', letter.situations.map((each) => each.name).join('、'))],
      [of('主要问题')],
      [fact('证据材料', letter.materials.map((each, i) => `${i + 1}. ${each.name}`).join('\n'))],
      [fact('移送依据', letter.basis.join('；'))],
      [fact('审核意见', '')],
      [fact('批准人', process.approvedBy ?? ''), fact('批准日期', day(process.approvedOn))],
      [fact('移送文号', letter.number ?? ''), fact('移送日期', day(process.issuedOn ?? letter.date))],
      [fact('接收机关', letter.receiver ?? RECEIVER_UNKNOWN)],
      [fact('送达方式', ''), fact('送达日期', day(process.deliveredOn))],
      [fact('接收人', ''), fact('联系人', [letter.contact.person, letter.contact.phone].join(' ').trim())],
    ],
    table: null,
    after: [],
  };
};

const materialRow = (material: LetterMaterial, index: number): readonly string[] => [
  String(index + 1),
  material.name,
  material.form,
  material.copies,
  material.pages,
  material.secrecy,
  material.remarks,
];

const materialsSheet = (letter: Letter): Sheet => ({
  document: 'materials',
  leadNo: letter.leadNo,
  title: MATERIALS,
  secrecy: letter.secrecy,
  before: [`线索编号：${letter.leadNo}`, `移送文号：${letter.number ?? NUMBER_PENDING}`],
  rows: [],
  table: {
    columns: [
      { title: '序号', width: 7 },
      { title: '材料名称', width: 36 },
      { title: '原件/复印件', width: 17 },
      { title: '份数', width: 8 },
      { title: '页数', width: 8 },
      { title: '密级', width: 10 },
      { title: '备注', width: 14 },
    ],
    rows: letter.materials.map(materialRow),
  },
  after: [
    `共${letter.materials.length}项。`,
    '移交人（签名）：　　　　　　　　接收人（签名）：',
    `移交日期：${BLANK_DAY}`,
  ],
});

const receiptSheet = (letter: Letter): Sheet => ({
  document: 'receipt',
  leadNo: letter.leadNo,
  title: RECEIPT,
  secrecy: letter.secrecy,
  before: [
    `${letter.office}：`,
    `　　《${letter.title}》（${letter.number ?? NUMBER_PENDING}）及所附材料收悉。现将接收情况回复如下：`,
  ],
  rows: [
    [fact('来文字号', letter.number ?? ''), fact('线索编号', letter.leadNo)],
    [fact('收到日期', BLANK_DAY), fact('接收编号', '')],
    [fact('接收部门', ''), fact('接收人', '')],
    [fact('受理意见', '　□受理　　□转送有管辖权的机关　　□部分受理　　□退回')],
    [fact('说明', '')],
    [fact('反馈期限', letter.feedbackBy)],
  ],
  table: null,
  after: [`${letter.receiver ?? RECEIVER_UNKNOWN}（盖章）`, BLANK_DAY],
});

/** 一件线索的全套移送文书. */
export const composeDocuments = (input: LetterInput): TransferDocuments => {
  const letter = composeLetter(input);
  return {
    letter,
    register: registerSheet(letter, input),
    materials: materialsSheet(letter),
    receipt: receiptSheet(letter),
  };
};
