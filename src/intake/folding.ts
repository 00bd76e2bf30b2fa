/**
 * Folds away differences of typing that mean nothing (全角半角, spaces, brackets): `线索编号 *`, `线索编号（必填）` and `ＸＳ００１` are
 * what their plain forms are. Used where names are compared, never on text that is stored.
 */

/** Full-width forms to half-width, compatibility forms to plain ones, all blanks out, Latin letters small. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A heading without remarks in brackets, stars and colons: what is left is the name of the column. */
export const foldHeading = (heading: string): string =>
  fold(heading)
    .replace(/[([【{<《〈].*?[)\]】}>》〉]/g, '')
    .replace(/[*＊:：、.．。"“”'‘’]/g, '');

const HALF: Readonly<Record<string, string>> = { '．': '.', '／': '/', '－': '-', '，': ',', '：': ':' };

/** Full-width digits and signs of a number or date to half-width; cheap where there are none. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９．／－，：]/g, (c) => HALF[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** 身份证号 shown as 3203**********1234; anything shorter keeps its first two characters. */
export const masked = (text: string): string =>
  text.length >= 15 ? `${text.slice(0, 4)}**********${text.slice(-4)}` : `${text.slice(0, 2)}${'*'.repeat(6)}`;

/** Text for a message: cut to 40 characters, identity numbers masked, since a shifted row puts them anywhere. */
export const cut = (text: string): string => {
  const shown = text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .replace(/\d{14,17}[\dXx]/g, masked);
  return shown.length <= 40 ? shown : `${shown.slice(0, 40)}…`;
};
