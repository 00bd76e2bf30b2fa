/**
 * A batch on its way between threads (批次的打包): plain arrays instead of objects. The engine writes the names of an object's members
 * anew for each of them, and most of what a lead's record and assessment hold is such names; packed, a batch crosses in half
 * the time. What was packed comes out equal, member by member; nothing is decided here.
 */
import type { Assessment } from '../domain/assessment.js';
import type { Value } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import type { CheckedBatch } from './reading.js';

/** Numbers of a record besides its values: 行号、记录号、表格行号. */
const PLACES = 3;

/** Characters of a digest (hashing.ts). */
const DIGEST = 32;

export interface PackedBatch {
  readonly rest: Omit<CheckedBatch, 'records' | 'assessments' | 'digests'>;
  /** Values of all records, one record after the other. */
  readonly values: readonly Value[];
  readonly width: number;
  readonly places: Int32Array;
  /** Records that leave required fields blank, by position. */
  readonly incomplete: readonly (readonly [number, NonNullable<ValidRecord['incomplete']>])[];
  /** Each assessment once; most leads of a batch share those of which nothing is to say. */
  readonly assessments: readonly Assessment[] | null;
  readonly assessmentOf: Int32Array;
  readonly digests: string;
}

export const packBatch = ({ records, assessments, digests, ...rest }: CheckedBatch): PackedBatch => {
  const values: Value[] = [];
  const places = new Int32Array(records.length * PLACES);
  const incomplete: [number, NonNullable<ValidRecord['incomplete']>][] = [];
  records.forEach((record, i) => {
    for (const value of record.values) values.push(value);
    places[i * PLACES] = record.line;
    places[i * PLACES + 1] = record.record;
    places[i * PLACES + 2] = record.row;
    if (record.incomplete) incomplete.push([i, record.incomplete]);
  });
  const distinct = new Map<Assessment, number>();
  const assessmentOf = Int32Array.from(assessments ?? [], (assessment) => {
    const number = distinct.get(assessment) ?? distinct.size;
    distinct.set(assessment, number);
    return number;
  });
  return {
    rest,
    values,
    width: records[0]?.values.length ?? 0,
    places,
    incomplete,
    assessments: assessments && [...distinct.keys()],
    assessmentOf,
    digests: digests.join(''),
  };
};

export const unpackBatch = (packed: PackedBatch): CheckedBatch => {
  const { rest, values, width, places, incomplete, assessments, assessmentOf } = packed;
  const records: ValidRecord[] = [];
  const digests: string[] = [];
  const count = places.length / PLACES;
  for (let i = 0; i < count; i++) {
    records.push({
      values: values.slice(i * width, (i + 1) * width),
      line: places[i * PLACES] ?? 0,
      record: places[i * PLACES + 1] ?? 0,
      row: places[i * PLACES + 2] ?? 0,
    });
    digests.push(packed.digests.slice(i * DIGEST, (i + 1) * DIGEST));
  }
  for (const [i, findings] of incomplete) {
    const record = records[i];
    if (record) records[i] = { ...record, incomplete: findings };
  }
  const unpacked = assessments && Array.from(assessmentOf, (number) => assessments[number] as Assessment); // numbered above
  return { ...rest, records, assessments: unpacked, digests };
};
