/**
 * 被反映人 and 证据材料 as letters name them: the lead's own person first, then those of the 被反映人 sheet, each once; and the
 * list of materials, from the 证据材料 sheet or, where there is none, from the lead's cell taken apart.
 */
import type { LetterMaterial, LetterSubject } from '../domain/letter.js';
import type { LetterInput, ValuesById } from './letter-input.js';
import { maskIdentity } from './withheld.js';
import { textOf } from './wording.js';

const person = (values: ValuesById, fields: readonly string[], agency: string, reveal: boolean): LetterSubject => {
  const [name, own, post, rank, authority, status, identity] = fields.map((field) => textOf(values[field]));
  return {
    name: name ?? '',
    agency: own || agency,
    post: post ?? '',
    rank: rank ?? '',
    cadreAuthority: authority ?? '',
    politicalStatus: status ?? '',
    identity: reveal ? (identity ?? '') : maskIdentity(identity ?? ''),
  };
};

const OF_SUBJECT = ['name', 'agency', 'post', 'rank', 'cadre_authority', 'political_status', 'subject_id'];
const OF_LEAD = [
  'subject_name',
  '',
  'subject_post',
  'subject_rank',
  'cadre_authority',
  'political_status',
  'subject_id',
];

export const subjectsOf = (input: LetterInput): readonly LetterSubject[] => {
  const agency = textOf(input.lead.agency);
  const reveal = input.revealIdentity === true;
  const listed = input.subjects.map((values) => person(values, OF_SUBJECT, agency, reveal));
  const own = person(input.lead, OF_LEAD, agency, reveal);
  return own.name === '' || listed.some((each) => each.name === own.name) ? listed : [own, ...listed];
};

/** 某县某局副局长; sheets that write the agency into the post do not say it twice. */
export const postText = ({ agency, post }: LetterSubject): string =>
  post.startsWith(agency) ? post : `${agency}${post}`;

/** 陈某，某县某局副局长，乡科级，县管干部，中共党员，身份证号3203**********1234. */
export const personText = (subject: LetterSubject): string =>
  [
    subject.name,
    postText(subject),
    subject.rank,
    subject.cadreAuthority === ''
      ? ''
      : subject.cadreAuthority.endsWith('管')
        ? `${subject.cadreAuthority}干部`
        : subject.cadreAuthority,
    subject.politicalStatus,
    subject.identity === '' ? '' : `身份证号${subject.identity}`,
  ]
    .filter((part) => part !== '')
    .join('，');

export const materialsOf = (input: LetterInput): readonly LetterMaterial[] =>
  input.materials.length > 0
    ? input.materials
    : textOf(input.lead.evidence)
        .split(/[、；;，,\n\r]+/)
        .map((name) => name.trim().replace(/[。.]$/, ''))
        .filter((name) => name !== '')
        .map((name) => ({ name, form: '', copies: '', pages: '', secrecy: '', remarks: '' }));
