/**
 * 移送文书 (transfer documents) as values: the letter and the three sheets that go with it, worded but not laid out. Made by
 * notices from one lead, laid out by render in every format. What may not be shown (反映人; identity numbers, unless the
 * operator revealed them) is not in these values at all, so that no renderer and no template can let it out.
 */

/** 密级标注. state 国家秘密 and work 工作秘密 are different things in law (保密法 13, 64) and never stand for each other. */
export type SecrecyMarking =
  | { readonly kind: 'state'; readonly level: '绝密' | '机密' | '秘密'; readonly term: string | null }
  | { readonly kind: 'work'; readonly term: string | null };

/** 事实: a field of the lead under its Chinese heading. */
export interface LetterFact {
  readonly title: string;
  readonly value: string;
}

/** 被反映人 as a letter names a person; blank parts are empty strings. */
export interface LetterSubject {
  readonly name: string;
  readonly agency: string;
  readonly post: string;
  readonly rank: string;
  readonly cadreAuthority: string;
  readonly politicalStatus: string;
  /** 身份证号, masked unless the operator revealed it. */
  readonly identity: string;
}

/** 符合的情形 with the words of the lead on which it rests. */
export interface LetterSituation {
  readonly number: number;
  readonly name: string;
  /** 摘录: clauses of the lead around the phrases found. */
  readonly excerpts: readonly string[];
  /** 法律依据 as printed, e.g. 《某法》第一条（未核实）. */
  readonly basis: readonly string[];
  /** 研判依据 where a person decided; null where the rules did. */
  readonly judgedBy: string | null;
}

/** 证据材料: a line of the list of materials. Blank parts are empty strings. */
export interface LetterMaterial {
  readonly name: string;
  /** 原件 | 复印件 | 电子件. */
  readonly form: string;
  readonly copies: string;
  readonly pages: string;
  readonly secrecy: string;
  readonly remarks: string;
}

/** 表格 inside a document; `width` is a share of the line. */
export interface LetterTable {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** A piece of a section: running text, a labelled item （一）… (the label ends a sentence, its 。 is the layout's), or a table. */
export type LetterBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'item'; readonly label: string; readonly text: string }
  | { readonly type: 'table'; readonly table: LetterTable };

/** 一、…: a numbered part of the letter. */
export interface LetterSection {
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
}

/** 联系人 of the sender; blank parts are empty strings. */
export interface LetterContact {
  readonly person: string;
  readonly phone: string;
}

/** 移送函. */
export interface Letter {
  readonly document: 'letter';
  readonly leadNo: string;
  readonly office: string;
  /** 发文字号; null before issue. */
  readonly number: string | null;
  readonly secrecy: SecrecyMarking | null;
  readonly title: string;
  /** The same title in parts between which a line may end (回行时词意完整). */
  readonly titleParts: readonly string[];
  /** 主送机关; null where it is not known. */
  readonly receiver: string | null;
  readonly opening: string;
  readonly sections: readonly LetterSection[];
  readonly closing: readonly string[];
  readonly attachments: readonly string[];
  /** 成文日期, ISO; null before issue. */
  readonly date: string | null;
  /** 附注, without its parentheses: 联系人 and 联系电话, with room to write what is not known. */
  readonly contactLine: string;
  readonly contact: LetterContact;
  /** 反馈期限 as printed: with room to write where it is not known, marked where it rests on limits that nobody has verified. */
  readonly feedbackBy: string;
  readonly facts: readonly LetterFact[];
  readonly subjects: readonly LetterSubject[];
  readonly situations: readonly LetterSituation[];
  /** 移送依据 as printed. */
  readonly basis: readonly string[];
  readonly materials: readonly LetterMaterial[];
  /** 待办: what a person must fill in or look at before this letter goes out. Printed on no document. */
  readonly pending: readonly string[];
}

/** A row of a form: one pair takes the whole width, two pairs share it. */
export type SheetRow = readonly LetterFact[];

/** 移送登记表, 移送清单 or 回执: a titled sheet of lines, form rows and a table. */
export interface Sheet {
  readonly document: 'register' | 'materials' | 'receipt';
  readonly leadNo: string;
  readonly title: string;
  readonly secrecy: SecrecyMarking | null;
  /** Lines above the form, e.g. 移送单位. */
  readonly before: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly table: LetterTable | null;
  /** Lines below: signatures, seal, date. */
  readonly after: readonly string[];
}

export type TransferDocument = Letter | Sheet;

/** 一件线索的全套移送文书. */
export interface TransferDocuments {
  readonly letter: Letter;
  readonly register: Sheet;
  readonly materials: Sheet;
  readonly receipt: Sheet;
}

/** What stands where the receiving commission is not known: to be seen, never defaulted. */
export const RECEIVER_UNKNOWN = '（主送机关待填写）';

/** What stands where the number is given only at issue. */
export const NUMBER_PENDING = '（发文字号待编）';

/** What stands where the date is given only at issue. */
export const DATE_PENDING = '（成文日期待定）';

/** 密级标注 as printed: 机密★1年 for a state secret, 工作秘密 for the other, each with its term where one is stated. */
export const secrecyText = (marking: SecrecyMarking): string =>
  `${marking.kind === 'state' ? marking.level : '工作秘密'}${marking.term === null ? '' : `★${marking.term}`}`;
