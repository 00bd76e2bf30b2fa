/** 移送函 in tables (letters): what the tables about them share. The kind is src/kinds/letter.ts; the ledger keeps its records itself. */
import { letter } from '../kinds/letter.js';

export const LETTERS_NOTE = '移送函按制发日期计入时段，尚未制发的按拟稿日期。';

export const NEWEST_NOTE = '一件线索有几份移送函（补充、重发）的，只计最新的一份。';

export const LETTER = letter.id;

/** What `--records` lists of a letter; what it is counted by besides follows from these. */
export const LISTED_OF_LETTER: readonly string[] = [
  'lead_no',
  'region',
  'agency',
  'state',
  'number',
  'receiver',
  'found_on',
  'drafted_on',
  'issued_on',
  'delivered_on',
  'received_on',
];
