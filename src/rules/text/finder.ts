/**
 * Finds, in one Reading, the places where a text condition holds: a phrase of a list, phrases of several lists together
 * in one clause or sentence, or one such thing after another. Built by the text operators, run only for leads in which
 * the phrases occur. Backtracks over hits, never over characters, and stops at the first way to place each head.
 */
import type { Discount } from './discount.js';
import type { Hit, Reading } from './reading.js';

/** 命中处: the whole stretch, and the phrases it is made of. */
export interface Match extends Hit {
  readonly parts: readonly Hit[];
}

/** A phrase that was found and does not count. */
export interface Discounted {
  readonly hit: Hit;
  readonly discount: Discount;
}

export interface Finder {
  /** All of these lists must occur. */
  readonly lists: readonly number[];
  /** True where their occurrence alone is enough, wherever they stand. */
  readonly plain: boolean;
  find(reading: Reading, discounted?: Discounted[]): readonly Match[];
}

/** Decides whether a hit counts; `head` hits are also asked who acts. */
export interface Judge {
  counts(reading: Reading, hit: Hit, head: boolean): boolean;
  /** The first reason why it does not count, null where it does; for telling, `counts` is cheaper. */
  discount(reading: Reading, hit: Hit, head: boolean): Discount | null;
  /** True where every hit counts. */
  readonly lenient: boolean;
}

export type Within = 'clause' | 'sentence' | 'text';

const NONE: readonly Match[] = [];

/** Whether a hit counts; notes why not, where that is wanted. */
const hitCounts = (judge: Judge, reading: Reading, hit: Hit, head: boolean, discounted?: Discounted[]): boolean => {
  if (!discounted) return judge.counts(reading, hit, head);
  const discount = judge.discount(reading, hit, head);
  if (discount !== null) discounted.push({ hit, discount });
  return discount === null;
};

const together = (reading: Reading, a: Hit, b: Hit, within: Within): boolean =>
  within === 'text' ||
  (within === 'clause' ? reading.sameClause(a.start, b.start) : reading.sameSentence(a.start, b.start));

const spanOf = (parts: readonly Hit[]): Match => {
  let start = Number.MAX_SAFE_INTEGER;
  let end = 0;
  for (const part of parts) {
    if (part.start < start) start = part.start;
    if (part.end > end) end = part.end;
  }
  return { start, end, parts };
};

/** Phrases of one list. */
export const findList = (list: number, judge: Judge): Finder => ({
  lists: [list],
  plain: judge.lenient,
  find(reading, discounted) {
    const hits = reading.hitsOf(list);
    if (hits.length === 0) return NONE;
    const matches: Match[] = [];
    for (const hit of hits) {
      if (hitCounts(judge, reading, hit, true, discounted))
        matches.push({ start: hit.start, end: hit.end, parts: [hit] });
    }
    return matches;
  },
});

export interface TogetherOptions {
  readonly lists: readonly number[];
  readonly within: Within;
  readonly ordered: boolean;
  /** Most characters between neighbours; null: any number. */
  readonly distance: number | null;
}

/** Phrases of several lists near each other; the first list is the head, the act itself. */
export const findTogether = (options: TogetherOptions, judge: Judge): Finder => {
  const { lists, within, ordered, distance } = options;
  const fits = (reading: Reading, chosen: readonly Hit[], next: Hit): boolean => {
    const head = chosen[0];
    const last = chosen[chosen.length - 1];
    if (!head || !last) return false;
    // Cheapest first: most candidates fall to their distance, and clauses need not be cut for them.
    if (ordered && (next.start < last.end || (distance !== null && next.start - last.end > distance))) return false;
    let near = ordered || distance === null;
    for (const hit of chosen) {
      if (next.start < hit.end && hit.start < next.end) return false;
      if (!near) near = (next.start >= hit.end ? next.start - hit.end : hit.start - next.end) <= (distance ?? 0);
    }
    return near && together(reading, head, next, within);
  };
  const complete = (reading: Reading, chosen: Hit[], discounted?: Discounted[]): boolean => {
    const list = lists[chosen.length];
    if (list === undefined) return true;
    for (const hit of reading.hitsOf(list)) {
      if (!fits(reading, chosen, hit)) continue;
      if (!hitCounts(judge, reading, hit, false, discounted)) continue;
      chosen.push(hit);
      if (complete(reading, chosen, discounted)) return true;
      chosen.pop();
    }
    return false;
  };
  return {
    lists,
    plain: false,
    find(reading, discounted) {
      const matches: Match[] = [];
      for (const hit of reading.hitsOf(lists[0] ?? 0)) {
        const chosen = [hit];
        const tried: Discounted[] | undefined = discounted && [];
        if (!complete(reading, chosen, tried)) {
          if (tried) discounted?.push(...tried);
          continue;
        }
        if (hitCounts(judge, reading, hit, true, discounted)) matches.push(spanOf(chosen));
      }
      return matches;
    },
  };
};

/** One thing after another: a demand, and later in the text what was not done. */
export const findFollowing = (first: Finder, then: Finder, within: Within): Finder => ({
  lists: [...new Set([...first.lists, ...then.lists])],
  plain: false,
  find(reading, discounted) {
    const later = then.find(reading, discounted);
    if (later.length === 0) return NONE;
    const earlier = first.find(reading, discounted);
    const matches: Match[] = [];
    for (const match of later) {
      const before = earlier.find((one) => one.end <= match.start && together(reading, one, match, within));
      if (before) matches.push({ start: before.start, end: match.end, parts: [...before.parts, ...match.parts] });
    }
    return matches;
  },
});

/** Matches in whose neighbourhood none of the lists occurs. */
export const findApart = (finder: Finder, lists: readonly number[], within: Within): Finder => ({
  lists: finder.lists,
  plain: false,
  find(reading, discounted) {
    // Anywhere in the text means that nothing counts: then nothing need be looked for, unless it is to be told.
    if (within === 'text' && !discounted && lists.some((list) => reading.hitsOf(list).length > 0)) return NONE;
    const matches = finder.find(reading, discounted);
    if (matches.length === 0) return NONE;
    return matches.filter(
      (match) => !lists.some((list) => reading.hitsOf(list).some((hit) => together(reading, match, hit, within))),
    );
  },
});
