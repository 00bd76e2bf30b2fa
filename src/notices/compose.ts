/**
 * 移送函: words the letter of one lead, in the form in which offices write to the commission (DOMAIN.md 3.1: no official
 * blank form was found, so this is the tool's own default, assembled from practice). Pure: the same input gives the same
 * letter. Layout is render's; what is still to be filled in is told in `pending`.
 */
import { chineseDate } from '../domain/calendar.js';
import type {
  Letter,
  LetterBlock,
  LetterContact,
  LetterSection,
  LetterSituation,
  LetterSubject,
  SecrecyMarking,
} from '../domain/letter.js';
import { OFFICE_NOT_CONFIGURED } from '../domain/office.js';
import { contactLine, contactOf, dayOrBlank } from './contact.js';
import { excerptsOf } from './excerpts.js';
import { factsOf } from './facts.js';
import type { LetterInput } from './letter-input.js';
import { readSecrecy } from './secrecy.js';
import { materialsOf, personText, postText, subjectsOf } from './subjects.js';
import { withholder } from './withheld.js';
import {
  basisLines,
  chineseNumber,
  paragraphsOf,
  periodText,
  receiverName,
  salutation,
  selfName,
  sentence,
  textOf,
} from './wording.js';

export const ATTACHMENTS: readonly string[] = ['问题线索移送登记表', '移送材料清单', '问题线索移送回执'];

/** More persons than this are a table: a run of sentences cannot be checked against a personnel list. */
const PERSONS_IN_SENTENCES = 3;
/** The unnamed situation says nothing in a title. */
const SEVENTH = 'seventh';
const QUOTED = new Set(['summary', 'evidence', 'remarks']);

const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text });

/** 某县某局陈某等3人: whom the letter is about, as its title says it. */
const target = (agency: string, subjects: readonly LetterSubject[]): string => {
  const [first] = subjects;
  if (first === undefined) return agency;
  return `${first.agency}${first.name}${subjects.length > 1 ? `等${subjects.length}人` : ''}`;
};

/** 涉嫌不正确履行、拒绝或阻挠取证: without names where the situation has none to say. */
const suspicion = (input: LetterInput): string => {
  const names = input.situations.filter((each) => each.id !== SEVENTH).map((each) => each.name);
  if (names.length === 0) return '涉嫌违纪违法';
  return `涉嫌${names.slice(0, 2).join('、')}${names.length > 2 ? '等' : ''}`;
};

const channelWork = (input: LetterInput): string => {
  const channel = textOf(input.lead.source_channel);
  return channel === '' || channel === '其他' ? '工作' : `${channel}工作`;
};

const sourceSection = (input: LetterInput, clean: (text: string) => string): readonly LetterBlock[] => {
  const { lead } = input;
  const [caseNo, finder, received] = ['source_case_no', 'found_by', 'received_on'].map((id) => clean(textOf(lead[id])));
  const found = textOf(lead.found_on);
  const by = finder === '' || finder === undefined ? selfName(input.office) : `${selfName(input.office)}${finder}`;
  const registered = received ? `，${chineseDate(received)}登记` : '';
  return [
    paragraph(
      `该线索由${by}${found === '' ? '' : `于${chineseDate(found)}`}在${channelWork(input)}中发现${caseNo ? `（来源案号：${caseNo}）` : ''}${registered}，线索编号为${textOf(lead.lead_no)}。`,
    ),
  ];
};

const subjectsSection = (input: LetterInput, subjects: readonly LetterSubject[]): readonly LetterBlock[] => {
  const { lead } = input;
  const place = [
    textOf(lead.agency),
    input.regionName ?? '',
    lead.level === '市' ? '市级' : lead.level === '县区' ? '县（区）级' : '',
    lead.agency_domain ? `${textOf(lead.agency_domain)}领域` : '',
  ].filter((part) => part !== '');
  const unit = paragraph(`被反映单位：${place.join('，')}。`);
  if (subjects.length === 0) return [unit, paragraph('被反映人：目前掌握的材料尚未指明具体人员。')];
  if (subjects.length === 1) return [unit, ...subjects.map((each) => paragraph(`被反映人：${personText(each)}。`))];
  if (subjects.length <= PERSONS_IN_SENTENCES)
    return [
      unit,
      paragraph(`被反映人${subjects.length}人：`),
      ...subjects.map((each, i) => paragraph(`${i + 1}. ${personText(each)}。`)),
    ];
  // Identity numbers of so many stand in the register sheet: here a row is one line of the page.
  const columns = [
    { title: '序号', width: 7 },
    { title: '姓名', width: 15 },
    { title: '单位及职务', width: 39 },
    { title: '职级', width: 13 },
    { title: '管理权限', width: 13 },
    { title: '政治面貌', width: 13 },
  ];
  const rows = subjects.map((each, i) => [
    String(i + 1),
    each.name,
    postText(each),
    each.rank,
    each.cadreAuthority,
    each.politicalStatus,
  ]);
  return [unit, paragraph(`被反映人${subjects.length}人，名单如下：`), { type: 'table', table: { columns, rows } }];
};

const factsSection = (input: LetterInput, clean: (text: string) => string): readonly LetterBlock[] => {
  const { lead } = input;
  const when = periodText(lead.occurred_from, lead.occurred_to);
  const entity = clean(textOf(lead.market_entity));
  const conduct = textOf(lead.conduct);
  const added = [
    when === '' ? '' : `上述行为发生于${when}。`,
    entity === '' ? '' : `涉及的市场主体为${sentence(entity)}`,
    conduct === '' || conduct === '无' ? '' : `就现有材料看，行为表现为${conduct}。`,
  ].join('');
  return [
    ...paragraphsOf(textOf(lead.summary)).map((each) => paragraph(sentence(clean(each)))),
    ...(added === '' ? [] : [paragraph(added)]),
  ];
};

const situationText = (situation: LetterSituation): string =>
  [
    situation.excerpts.length === 0 ? '' : `线索反映：${situation.excerpts.map((each) => `“${each}”`).join('')}。`,
    situation.judgedBy === null ? '' : `经研判认定，理由是：${sentence(situation.judgedBy)}`,
    situation.basis.length === 0 ? '' : `相关规定：${situation.basis.join('；')}。`,
  ].join('');

const situationsSection = (situations: readonly LetterSituation[]): readonly LetterBlock[] =>
  situations.length === 0
    ? [paragraph('经研判，该线索应当移送。')]
    : situations.map((each, i) => ({
        type: 'item',
        label: `（${chineseNumber(i + 1)}）${each.name}${each.name.startsWith('第') ? '' : `（第${chineseNumber(each.number)}种情形）`}`,
        text: situationText(each),
      }));

const basisText = (input: LetterInput, basis: readonly string[]): string =>
  basis.length === 0
    ? `根据“行纪衔接”工作机制，将该问题线索移送${receiverName(input.receiver)}。`
    : `根据${basis.join('、')}和“行纪衔接”工作机制，将该问题线索移送${receiverName(input.receiver)}。`;

/** The mechanism sets no limit (第一时间): a date worked out from a default says so, like a statute that is not verified. */
const feedbackDayText = ({ feedbackLimit, feedbackDeadline }: LetterInput): string =>
  `${dayOrBlank(feedbackDeadline)}${feedbackDeadline !== null && feedbackLimit?.unverified ? '（默认时限，未核实）' : ''}`;

const closingText = (input: LetterInput): string => {
  const to = receiverName(input.receiver);
  const feedback = input.feedbackLimit === null ? '及时' : `于${feedbackDayText(input)}前`;
  return `现将该问题线索及有关材料移送${to}，请依规依纪依法处理，填写回执退回${selfName(input.office)}，并${feedback}将处理情况函告${selfName(input.office)}。`;
};

const feedbackPending = ({ feedbackLimit, feedbackDeadline, date }: LetterInput): readonly string[] => {
  if (feedbackLimit === null) return ['反馈时限没有规定，函上写“及时”：需要写明日期的，在规则文件的 deadlines 中写明'];
  if (feedbackDeadline === null)
    return [
      date === null ? '反馈期限留空：制发时按规则文件的时限推算' : '反馈期限留空待填：缺那一年的放假安排，推算不出',
    ];
  return feedbackLimit.unverified
    ? [`反馈期限按规则文件的默认时限（${feedbackLimit.workingDays} 个工作日，未核实）推算：核对后再发出`]
    : [];
};

const pendingOf = (
  input: LetterInput,
  secrecy: SecrecyMarking | 'unclear' | null,
  contact: LetterContact,
): readonly string[] => [
  ...(input.receiver === null ? ['主送机关待填写：在 xingji.yaml 的 receivers 中写明该行政区划的接收机关'] : []),
  ...(input.office === OFFICE_NOT_CONFIGURED ? ['发文机关待填写：在 xingji.yaml 的 office.name 中写明单位全称'] : []),
  ...(secrecy === 'unclear'
    ? ['密级标注看不明白，没有标注：写“工作秘密”，或写国家秘密的密级和期限，如“机密★1年”']
    : []),
  ...(contact.person === ''
    ? ['联系人留空待填：在线索的“联系人”一栏填写，或在 xingji.yaml 的 office.contact.person 中写明']
    : []),
  ...(contact.phone === '' ? ['联系电话留空待填：在 xingji.yaml 的 office.contact.phone 中写明'] : []),
  ...feedbackPending(input),
];

export const composeLetter = (input: LetterInput): Letter => {
  const { lead } = input;
  const agency = textOf(lead.agency);
  const named = [agency, textOf(lead.market_entity), textOf(lead.subject_name)];
  const clean = withholder({
    reporter: textOf(lead.reporter),
    reporterContact: textOf(lead.reporter_contact),
    reveal: input.revealIdentity === true,
    named: [...named, ...input.subjects.map((each) => textOf(each.name))],
  });
  const subjects = subjectsOf(input);
  const situations = input.situations.map((each) => ({
    number: each.number,
    name: each.name,
    excerpts: excerptsOf(each.evidence, lead, QUOTED).map(clean),
    basis: basisLines(each.basis),
    judgedBy: each.judgedBy ? clean(each.judgedBy) : null,
  }));
  const basis = basisLines(input.transferBasis);
  const stated = readSecrecy(input.secrecy === undefined ? textOf(lead.secrecy) : input.secrecy);
  const contact = contactOf(input, clean);
  const titleParts = ['关于移送', target(agency, subjects), suspicion(input), '问题线索的函'];
  const sections: readonly (readonly [string, readonly LetterBlock[]])[] = [
    ['线索来源', sourceSection(input, clean)],
    ['被反映对象', subjectsSection(input, subjects)],
    ['反映的主要问题', factsSection(input, clean)],
    ['符合的移送情形', situationsSection(situations)],
    ['移送依据', [paragraph(basisText(input, basis))]],
  ];
  return {
    document: 'letter',
    leadNo: textOf(lead.lead_no),
    office: input.office,
    number: input.number,
    secrecy: stated === 'unclear' ? null : stated,
    title: titleParts.join(''),
    titleParts,
    receiver: input.receiver === null ? null : salutation(input.receiver),
    opening: `${selfName(input.office)}在${channelWork(input)}中发现${target(agency, subjects)}${suspicion(input)}的问题线索。经研究，认为符合移送条件，现将有关情况函告如下：`,
    sections: sections.map(
      ([title, blocks], i): LetterSection => ({ title: `${chineseNumber(i + 1)}、${title}`, blocks }),
    ),
    closing: [closingText(input), '特此函达。'],
    attachments: ATTACHMENTS,
    date: input.date,
    contactLine: contactLine(contact),
    contact,
    feedbackBy: feedbackDayText(input),
    facts: factsOf(
      input,
      clean,
      situations.map((each) => each.name),
    ),
    subjects,
    situations,
    basis,
    materials: materialsOf(input).map((each) => ({ ...each, name: clean(each.name), remarks: clean(each.remarks) })),
    pending: pendingOf(input, stated, contact),
  };
};
