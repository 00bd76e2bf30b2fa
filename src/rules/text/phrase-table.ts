/** 短语表 (phrase table): the phrases of some lists with all that is asked of them, made once for a rule file (compile.ts). */
import type { Automaton } from './automaton.js';

/** Numbers by phrase: those of phrase p stand from `from[p]` up to `from[p + 1]`. */
export interface ByPhrase {
  readonly from: Int32Array;
  readonly ids: Int32Array;
}

/** Phrases of some lists, compiled. */
export interface PhraseTable {
  readonly automaton: Automaton;
  readonly lengths: Int32Array;
  /** All lists of a phrase. */
  readonly lists: ByPhrase;
  /** Those of them whose occurring is asked for; a list that is only weighed is not noted for every lead. */
  readonly noted: ByPhrase;
  /** Phrases below this number have noted lists, the others have none. */
  readonly notedPhrases: number;
  /** What a phrase brings to the sums (packed-points.ts), and how many sums there are. */
  readonly points: Float64Array;
  readonly sumCount: number;
  /** 1 for a list that is noted. */
  readonly isNoted: Uint8Array;
  readonly listCount: number;
}
