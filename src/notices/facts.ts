/**
 * 线索要素: the lead's filled fields under their Chinese headings, as the register sheet and templates show them. Headings
 * come from the kind, so a new field of the lead turns up here by itself; hidden fields (反映人) have no way in.
 */
import { chineseDate } from '../domain/calendar.js';
import type { LetterFact } from '../domain/letter.js';
import { lead } from '../kinds/lead.js';
import type { LetterInput } from './letter-input.js';
import { maskIdentity } from './withheld.js';
import { textOf } from './wording.js';

const SHOWN = lead.fields.filter((field) => field.privacy !== 'hidden');

/** Every field that may be shown, blank ones too (a template may name them), in the kind's order. */
export const factsOf = (
  input: LetterInput,
  clean: (text: string) => string,
  situationNames: readonly string[],
): readonly LetterFact[] =>
  SHOWN.map((field) => {
    const raw = textOf(input.lead[field.id]);
    const { title } = field;
    if (raw === '') return { title, value: '' };
    if (field.type === 'date') return { title, value: chineseDate(raw) };
    if (field.type === 'region') return { title, value: input.regionName ?? raw };
    // The clerk's claim is stored as ids; a letter says names, and only of what is met.
    if (field.type === 'situations') return { title, value: situationNames.join('、') };
    if (field.privacy === 'masked') return { title, value: input.revealIdentity ? raw : maskIdentity(raw) };
    return { title, value: clean(raw) };
  });
