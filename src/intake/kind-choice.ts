/**
 * Headings -> which kind of record they belong to (记录种类), by how well each kind explains them. Refuses to guess: where two
 * kinds fit equally, or none fits, the person is asked for --kind and shown the nearest ones.
 */
import { Failure } from '../domain/failure.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import { bind, type HeadingIndex, headingIndex } from './headings.js';
import type { IntakeSettings } from './settings.js';

export interface KnownKind {
  readonly kind: KindDeclaration;
  readonly index: HeadingIndex;
}

/** How well a kind explains a row of headings. */
export interface Fit {
  readonly known: KnownKind;
  readonly matched: number;
  /** Matched headings of the kind's own: every numbered kind shares 编号. */
  readonly own: number;
  readonly unknown: number;
  /** Required fields that have no column. */
  readonly missing: number;
}

/** Kept per list of kinds: a folder of a hundred small files must not fold every heading a hundred times. */
const known = new WeakMap<
  IntakeSettings['kinds'],
  { readonly headings: unknown; readonly kinds: readonly KnownKind[] }
>();

export const knownKinds = ({ kinds, headings }: IntakeSettings): readonly KnownKind[] => {
  const kept = known.get(kinds);
  if (kept?.headings === headings) return kept.kinds;
  const made = kinds.map((kind) => ({ kind, index: headingIndex(kind, headings) }));
  known.set(kinds, { headings, kinds: made });
  return made;
};

/** The kind that `--kind` (exit 2) or a file's own `kind:` (exit 3) names, by id or Chinese name. */
export const namedKind = (kinds: readonly KnownKind[], name: string, exit: 2 | 3 = 2): KnownKind => {
  const found = kinds.find(({ kind }) => kind.id === name || kind.title === name);
  if (found) return found;
  const names = kinds.map(({ kind }) => kind.id);
  const close = nearest(name, [...names, ...kinds.map(({ kind }) => kind.title)]);
  throw new Failure(
    exit,
    'kind-unknown',
    `没有“${name}”这种记录`,
    `${close ? `是否指“${close}”？` : ''}可用的种类：${kinds.map(({ kind }) => `${kind.id}（${kind.title}）`).join('、')}`,
  );
};

export const fitOf = (known: KnownKind, headings: readonly string[]): Fit => {
  const fields = fieldsOf(known.kind);
  const { columnOf, unknown } = bind(headings, known.index, fields.length);
  const matched = columnOf.filter((column) => column >= 0).length;
  const missing = fields.filter((field, at) => field.required && (columnOf[at] ?? -1) < 0).length;
  const own = fields.filter((field, at) => field.id !== 'record_no' && (columnOf[at] ?? -1) >= 0).length;
  return { known, matched, own, unknown: unknown.length, missing };
};

const score = ({ matched, unknown, missing }: Fit): number => matched - unknown - 2 * missing;

/** Enough to be sure that these are headings of the kind, and not some other table that happens to share a word. */
const isPlausible = ({ matched, own, unknown, missing }: Fit): boolean =>
  own >= 1 &&
  (unknown === 0 || own >= 2) &&
  (missing === 0 || (matched >= 2 && unknown === 0) || (matched >= 3 && matched >= unknown));

/** Kinds that could be meant, best first. */
const fits = (kinds: readonly KnownKind[], headings: readonly string[]): readonly Fit[] =>
  kinds
    .map((known) => fitOf(known, headings))
    .filter(isPlausible)
    .sort((a, b) => score(b) - score(a));

/** `clues`: title rows and file name, asked only where two kinds fit equally. */
export const chooseKind = (
  path: string,
  kinds: readonly KnownKind[],
  headings: readonly string[],
  clues: string,
): KnownKind => {
  const ordered = fits(kinds, headings);
  const [best] = ordered;
  if (!best) {
    const close = kinds
      .map((known) => fitOf(known, headings))
      .sort((a, b) => b.matched - a.matched)
      .filter(({ matched }) => matched > 0)
      .slice(0, 3);
    throw new Failure(
      3,
      'kind-not-told',
      `从“${path}”的表头看不出是哪种记录`,
      `${close.length > 0 ? `最接近的是 ${close.map(({ known }) => known.kind.title).join('、')}；` : ''}请核对表头，或用 --kind 指定种类`,
    );
  }
  // A kind that explains more of the headings speaks against the best one, whose unknown columns would be left out.
  const fuller = (fit: Fit): boolean => fit.unknown < best.unknown && fit.matched > best.matched;
  const equal = ordered.filter((fit) => score(fit) === score(best) || fuller(fit));
  if (equal.length === 1) return best.known;
  const named = equal.filter(({ known }) => clues.includes(known.kind.title) || clues.includes(known.kind.id));
  const [only] = named;
  if (only && named.length === 1) return only.known;
  throw new Failure(
    3,
    'kind-ambiguous',
    `“${path}”的表头既像 ${equal.map(({ known }) => known.kind.title).join('，又像 ')}`,
    `请用 --kind 指定种类：${equal.map(({ known }) => `--kind ${known.kind.id}`).join(' 或 ')}`,
  );
};
