/**
 * 新线索的登记 (additions): prepared rows of leads that turn out to be new -> their row, their journal row and their counts, by
 * statements made for one file. This is the innermost step of an import: what is the same for all rows of a file stands in the
 * statement, a third of the columns of a lead are blank in every row of a usual sheet and left out, and one array of bound
 * values is filled anew for every record. Rows.insert does the same for a record that comes in any other way.
 */
import { dayOf, fieldIndex, fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { Notice } from '../domain/notice.js';
import { type SqlValue, tableOf } from './columns.js';
import type { Facts } from './facts.js';
import { layoutOf, type PreparedRows, STATE } from './prepared.js';
import type { FileRequest, LeadChange } from './types.js';
import type { Writing } from './writing.js';

/** Columns of a state with their positions in a prepared row. The machine's decision is in force: nobody has judged a new lead. */
const STATE_COLUMNS: readonly (readonly [string, number])[] = [
  ['decision', STATE.decision],
  ['machine_decision', STATE.decision],
  ['law_of', STATE.lawOf],
  ['law_of_assumed', STATE.lawOfAssumed],
];

/** Blank for the most leads, of which there is nothing to say. */
const REASON_COLUMNS: readonly (readonly [string, number])[] = [
  ['met', STATE.met],
  ['hinted', STATE.hinted],
  ['undetermined', STATE.undetermined],
  ['assessment', STATE.reasons],
];

interface Insert {
  run(...bound: SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
}

/** An insert, where the values of its columns stand in a prepared row, and the values to bind. */
interface Filling {
  readonly insert: Insert;
  readonly positions: readonly number[];
  readonly bound: SqlValue[];
}

/** Bound before what stands in the row: key, journal row, day. */
const OWN = 3;

export class Additions {
  private readonly quiet: Filling;
  private readonly telling: Filling;
  private readonly journal: (key: string, rows: PreparedRows, i: number) => void;
  private readonly facts: Facts;
  /** Positions of the fields that the statements leave out, and that must be blank. */
  private readonly without: readonly number[];
  private readonly key: number;
  private readonly day: number;
  private readonly reasons: number;

  constructor(
    private readonly writing: Writing,
    kind: KindDeclaration,
    { fields: present }: FileRequest,
    file: number,
  ) {
    const { completed, state } = layoutOf(kind);
    const fields = fieldsOf(kind).map(({ id }, at) => ({ id, at }));
    const isFilled = ({ id, at }: { id: string; at: number }): boolean =>
      present === undefined || present.includes(id) || completed.includes(at);
    const filled = fields.filter(isFilled);
    const columns = filled.map(({ id, at }) => [id, at] as const);
    const ofState = STATE_COLUMNS.map(([name, at]) => [name, state + at] as const);
    const ofReasons = REASON_COLUMNS.map(([name, at]) => [name, state + at] as const);
    this.quiet = this.filling(kind, [...columns, ...ofState]);
    this.telling = this.filling(kind, [...columns, ...ofState, ...ofReasons]);
    this.journal = writing.journal.additions(kind.id, file);
    this.facts = writing.factsOf(kind);
    this.without = fields.filter((field) => !isFilled(field)).map(({ at }) => at);
    this.key = fieldIndex(kind, String(kind.key[0]));
    this.day = fieldIndex(kind, kind.day ?? '');
    this.reasons = state + STATE.reasons;
  }

  private filling(kind: KindDeclaration, columns: readonly (readonly [string, number])[]): Filling {
    const { db, office, run, ruleFile } = this.writing;
    const names = ['key', 'journal', 'day', ...columns.map(([name]) => name)];
    return {
      insert: db.prepare(
        `INSERT INTO ${tableOf(kind.id)} (office, run, revision, rule_file, ${names.join(', ')})
         VALUES (${office}, ${run.id}, 1, ${ruleFile ?? 'NULL'}, ${names.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
      ),
      positions: columns.map(([, position]) => position),
      bound: new Array<SqlValue>(names.length).fill(null),
    };
  }

  /** Adds a record; its id, or 0 where its key is known or where it is not as the statements expect. */
  add(rows: PreparedRows, i: number): number {
    const { numbers, layout } = rows;
    const at = i * layout.stride;
    for (const position of this.without) if (numbers[at + position] !== 0) return 0;
    const { insert, positions, bound } = this.isQuiet(rows, i) ? this.quiet : this.telling;
    const key = this.keyOf(rows, i);
    bound[0] = key;
    bound[1] = this.writing.journal.next;
    bound[2] = dayOf(rows.value(at + this.day));
    for (let k = 0; k < positions.length; k++) bound[OWN + k] = rows.column(at + (positions[k] ?? 0));
    // Spread, since the driver reads arguments faster than the elements of an array.
    const done = insert.run(...bound);
    if (done.changes === 0) return 0;
    this.journal(key, rows, i);
    this.facts.countPrepared(rows, at);
    return Number(done.lastInsertRowid);
  }

  keyOf(rows: PreparedRows, i: number): string {
    return String(rows.column(i * rows.layout.stride + this.key));
  }

  /** True where nothing is met, hinted, lacking or claimed in vain. */
  isQuiet({ numbers, layout }: PreparedRows, i: number): boolean {
    return numbers[i * layout.stride + this.reasons] === 0;
  }

  /** What notices and counts of the call need to know of a record that was added. */
  changeOf(rows: PreparedRows, i: number, notice: Notice | null): LeadChange {
    const decision = rows.decision(i);
    if (decision === null) throw new Error('a lead without an assessment');
    return {
      key: this.keyOf(rows, i),
      revision: 1,
      change: 'added',
      decision,
      previousDecision: null,
      found: rows.found(i),
      notice,
      values: rows.completedValues(i),
    };
  }
}

/** For leads, of which there may be a million; other kinds are recorded one by one. */
export const additionsOf = (
  writing: Writing,
  kind: KindDeclaration,
  request: FileRequest,
  file: number,
): Additions | null => {
  const isPlain = kind.assessed === true && !kind.numbered && kind.key.length === 1 && typeof kind.key[0] === 'string';
  return isPlain && kind.day !== null && writing.factsOf(kind).takesPrepared
    ? new Additions(writing, kind, request, file)
    : null;
};
