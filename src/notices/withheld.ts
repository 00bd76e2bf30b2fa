/**
 * 不外露的内容: takes out of every text of a letter what it may not carry. Identity numbers are masked unless the operator
 * revealed them; the reporter (反映人) and the way to reach them never appear, not even where the summary quotes them
 * (监督执纪 practice and 信访工作条例 30: never handed to those complained of; a letter may be copied on).
 */

/** 身份证号: 3203**********1234, as everywhere in the program. */
export const maskIdentity = (identity: string): string =>
  identity.length < 9 ? identity : `${identity.slice(0, 4)}${'*'.repeat(identity.length - 8)}${identity.slice(-4)}`;

const IDENTITY = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)/g;

/** Words that stand in a 反映人 column without naming anybody. */
const ANYBODY = new Set([
  '匿名',
  '匿名人',
  '群众',
  '市民',
  '居民',
  '村民',
  '网民',
  '网友',
  '企业',
  '商户',
  '经营者',
  '不详',
  '某企业',
]);

export interface Withholding {
  readonly reporter: string | null;
  readonly reporterContact: string | null;
  readonly reveal: boolean;
  /** Names that the letter must be able to say even where the reporter is called the same. */
  readonly named: readonly string[];
}

/** A function that cleans a text, made once for a lead. */
export const withholder = ({ reporter, reporterContact, reveal, named }: Withholding): ((text: string) => string) => {
  const name = reporter?.trim() ?? '';
  const hidesName = name.length > 1 && !ANYBODY.has(name) && !named.some((each) => each.includes(name));
  const contact = reporterContact?.trim() ?? '';
  return (text) => {
    let clean = reveal ? text : text.replace(IDENTITY, maskIdentity);
    if (hidesName) clean = clean.replaceAll(name, '反映人');
    return contact.length > 4 ? clean.replaceAll(contact, '（略）') : clean;
  };
};
