/**
 * Says whether a phrase that was found counts: not where it is denied (“未发现打招呼”), hypothetical, quoted from a
 * regulation, or done by somebody who holds no public office (“店主拒绝提供台账”). The contexts and the names come from
 * the rule file; here is only how they reach. Called for hits of conditions that might be true, never for a clean lead.
 */
import type { Reach } from '../model.js';
import type { Hit, Reading } from './reading.js';
import type { CompiledScale } from './scale.js';

/** A context with its lists resolved to numbers; one with a scale holds for the whole text that reaches it. */
export interface CompiledContext {
  readonly scale: CompiledScale | null;
  readonly id: string;
  readonly title: string;
  readonly marks: readonly { readonly list: number; readonly stands: 'before' | 'after'; readonly reach: Reach }[];
}

export interface CompiledActors {
  readonly title: string;
  readonly official: number;
  readonly outsider: number;
  readonly objectMarks: number;
  readonly aside: number;
}

/** Why a phrase does not count, and the words that say so. */
export interface Discount {
  readonly because: string;
  readonly title: string;
  readonly by: Hit;
}

const reaches = (reading: Reading, mark: Hit, hit: Hit, stands: 'before' | 'after', reach: Reach): boolean => {
  // A mark that overlaps the phrase is part of it (“不予立案” is not denied by its own 不).
  if (stands === 'before' ? mark.end > hit.start : mark.start < hit.end) return false;
  if (reach === 'text') return true;
  if (reach === 'sentence') return reading.sameSentence(mark.start, hit.start);
  if (!reading.sameClause(mark.start, hit.start)) return false;
  if (reach === 'clause') return true;
  return (stands === 'before' ? hit.start - mark.end : mark.start - hit.end) <= reach;
};

/** The first context that takes the phrase's force away, or null. */
export const discountOf = (reading: Reading, hit: Hit, contexts: readonly CompiledContext[]): Discount | null => {
  for (const context of contexts) {
    const by = context.scale && reading.weighing(context.scale);
    if (by) return { because: context.id, title: context.title, by };
    for (const { list, stands, reach } of context.marks) {
      for (const mark of reading.hitsOf(list)) {
        if (reaches(reading, mark, hit, stands, reach)) return { because: context.id, title: context.title, by: mark };
      }
    }
  }
  return null;
};

/** How far before a name its object mark may stand: “向盗采河砂的老板”. */
const OBJECT_REACH = 8;

const contains = (outer: Hit, inner: Hit): boolean => outer.start <= inner.start && outer.end >= inner.end;

/**
 * The nearest name before the phrase in its sentence that can be its subject, if that is an outsider (社会主体).
 * “向企业通风报信”: 企业 follows an object mark and is passed over. “企业投诉后连续检查”: 企业 speaks, it does not act.
 * Nobody named: counts, for a lead is about an agency unless it says otherwise.
 */
export const outsiderActing = (reading: Reading, hit: Hit, actors: CompiledActors): Discount | null => {
  const officials = reading.hitsOf(actors.official);
  let subject: Hit | null = null;
  let outsider = false;
  const consider = (name: Hit, isOutsider: boolean): void => {
    if (name.end > hit.start || !reading.sameSentence(name.start, hit.start)) return;
    if (subject && (name.end < subject.end || (name.end === subject.end && name.start >= subject.start))) return;
    for (const mark of reading.hitsOf(actors.objectMarks)) {
      if (mark.end <= name.start && name.start - mark.end <= OBJECT_REACH && reading.sameClause(mark.start, name.start))
        return;
    }
    // Only an outsider is put aside by speaking: what an official says is what he does.
    for (const mark of isOutsider ? reading.hitsOf(actors.aside) : []) {
      if (mark.start >= name.end && mark.start - name.end <= 3 && reading.sameClause(mark.start, name.end - 1)) return;
    }
    subject = name;
    outsider = isOutsider;
  };
  for (const name of reading.hitsOf(actors.outsider)) {
    // 被申请人 is an agency although it ends like 申请人, and 大队司机 is one of its people.
    if (!officials.some((official) => contains(official, name) || official.end === name.start)) consider(name, true);
  }
  for (const name of officials) consider(name, false);
  return subject && outsider ? { because: 'outsider', title: actors.title, by: subject } : null;
};
