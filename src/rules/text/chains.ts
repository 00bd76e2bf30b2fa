/**
 * Hits by list (词表的命中): chained to their lists once a condition asks where; they become objects only for the lists that it asks for.
 * Lists that are only weighed are most of all, and asked for by explanations alone, so they are chained only then.
 */
import { doubled } from './doubled.js';
import { type Hit, type Hits, NO_HITS } from './hits.js';
import type { PhraseTable } from './phrase-table.js';

export class Chains {
  /** Which hits are chained so far. */
  private chained: 'none' | 'noted' | 'all' = 'none';
  private chainings = 0;
  /** Hits of a list as a chain, last first: `chain[list]` is the newest link, `linkHit` its hit, `linkBack` the link before. */
  private readonly chain: Int32Array;
  /** Chaining in which a list was last met. */
  private readonly chainOf: Uint32Array;
  private linkHit = new Int32Array(1024);
  private linkBack = new Int32Array(1024);
  private readonly objects: (readonly Hit[] | undefined)[];

  constructor(
    private readonly table: PhraseTable,
    private readonly hits: Hits,
  ) {
    this.objects = new Array<readonly Hit[] | undefined>(table.listCount);
    this.chain = new Int32Array(table.listCount);
    this.chainOf = new Uint32Array(table.listCount);
  }

  /** There are other hits. */
  forget(): void {
    this.chained = 'none';
  }

  /** Where phrases of a list stand, by where they end. */
  hitsOf(list: number): readonly Hit[] {
    return this.isChained(list) ? (this.objects[list] ?? this.unchain(list)) : NO_HITS;
  }

  /** How many different phrases of a list occur. */
  different(list: number): number {
    if (!this.isChained(list)) return 0;
    const { phrase } = this.hits;
    const found = new Set<number>();
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number)
      found.add(phrase[this.linkHit[link] as number] as number);
    return found.size;
  }

  /** Whether a list has hits, which then are chained. */
  private isChained(list: number): boolean {
    if (this.table.isNoted[list] === 1) {
      if (this.chained === 'none') this.chainHits('noted');
    } else if (this.chained !== 'all') this.chainHits('all');
    return this.chainOf[list] === this.chainings;
  }

  private chainHits(which: 'noted' | 'all'): void {
    const { chain, chainOf, objects } = this;
    const { noted, notedPhrases, lists } = this.table;
    const { from, ids } = which === 'all' ? lists : noted;
    const { count, phrase } = this.hits;
    const phrases = which === 'all' ? this.table.lengths.length : notedPhrases;
    const chaining = ++this.chainings;
    let links = 0;
    // Typed arrays of fixed length: every index below is within them.
    for (let i = 0; i < count; i++) {
      const id = phrase[i] as number;
      if (id >= phrases) continue;
      for (let n = from[id] as number, to = from[id + 1] as number; n < to; n++) {
        const list = ids[n] as number;
        if (links === this.linkHit.length) {
          this.linkHit = doubled(this.linkHit);
          this.linkBack = doubled(this.linkBack);
        }
        this.linkHit[links] = i;
        if (chainOf[list] === chaining) this.linkBack[links] = chain[list] as number;
        else {
          this.linkBack[links] = -1;
          chainOf[list] = chaining;
          objects[list] = undefined;
        }
        chain[list] = links++;
      }
    }
    this.chained = which;
  }

  private unchain(list: number): readonly Hit[] {
    const found: Hit[] = [];
    for (let link = this.chain[list] as number; link >= 0; link = this.linkBack[link] as number)
      found.push(this.hits.at(this.linkHit[link] as number));
    found.reverse();
    this.objects[list] = found;
    return found;
  }
}
