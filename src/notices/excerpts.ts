/**
 * 摘录: the words of the lead on which a situation rests, cut so that a reader of the letter understands them: the phrase
 * found is widened to its clause, and to its sentence where that is short. A cut inside another one is dropped.
 */
import type { Evidence } from '../domain/assessment.js';
import type { Value } from '../domain/kind.js';

const SENTENCE_END = '。！？!?；;\n';
const CLAUSE_END = `${SENTENCE_END}，,：:`;

/** A sentence up to this length is quoted whole. */
const WHOLE_SENTENCE = 48;
/** At most so many excerpts of one situation: a letter quotes, the lead's facts stand whole in part three. */
const MOST = 4;

interface Cut {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

const around = (text: string, start: number, end: number, ends: string): { start: number; end: number } => {
  let from = start;
  while (from > 0 && !ends.includes(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !ends.includes(text.charAt(to))) to++;
  return { start: from, end: to };
};

const cutOf = (text: string, evidence: Evidence): Cut => {
  const sentence = around(text, evidence.start, evidence.end, SENTENCE_END);
  const { start, end } =
    sentence.end - sentence.start <= WHOLE_SENTENCE ? sentence : around(text, evidence.start, evidence.end, CLAUSE_END);
  return { field: evidence.field, start, end };
};

/** Excerpts in the order of the text. Evidence on fields other than running text (a choice, a date) quotes nothing. */
export const excerptsOf = (
  evidence: readonly Evidence[],
  lead: Readonly<Record<string, Value>>,
  quoted: ReadonlySet<string>,
): readonly string[] => {
  const cuts: Cut[] = [];
  for (const each of evidence) {
    const text = lead[each.field];
    if (!quoted.has(each.field) || typeof text !== 'string') continue;
    const cut = cutOf(text, each);
    cuts.push(cut);
  }
  const holds = (one: Cut, other: Cut): boolean =>
    one.field === other.field && one.start <= other.start && one.end >= other.end;
  return cuts
    .filter((cut, i) => !cuts.some((one, j) => i !== j && holds(one, cut) && (!holds(cut, one) || j < i)))
    .sort((a, b) => (a.field === b.field ? a.start - b.start : a.field < b.field ? -1 : 1))
    .map((cut) => String(lead[cut.field]).slice(cut.start, cut.end).trim())
    .filter((text) => text !== '')
    .slice(0, MOST);
};
