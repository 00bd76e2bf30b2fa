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

/** Cuts text to 40 characters for a message. */
export const cut = (text: string): string => {
  const shown = text.replace(/\s+/g, ' ');
  return shown.length <= 40 ? shown : `${shown.slice(0, 40)}…`;
};
