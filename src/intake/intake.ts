/**
 * 导入 of one part of a file: rows -> batches of valid records, and the rejects file. Called by the pipeline, in this thread or
 * in a worker; synchronous. Keeps the raw rows of batches that are not settled, because only the ledger knows which valid
 * records it refuses, and those stand in the same rejects file in the source's order.
 */
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration } from '../domain/kind.js';
import type { RawRow, RecordBatch, ValidRecord } from '../domain/record.js';
import { openSource } from '../files/index.js';
import { CsvRows, csvWriter, type RowReader, YamlRows, yamlWriter } from '../formats/index.js';
import { HeadingFindings, notRecord, skippedRow } from './file-findings.js';
import { type Inspection, inspectInput } from './inspection.js';
import { knownKinds, namedKind } from './kind-choice.js';
import { RejectsFile, rejectsName } from './rejects.js';
import { RowMapper } from './row-mapper.js';
import type { IntakeSettings } from './settings.js';

/** A record that the ledger refuses, with its reasons. */
export interface LateReject {
  readonly record: number;
  readonly findings: readonly Finding[];
}

export interface IntakeEnd {
  readonly read: number;
  readonly rejected: number;
  readonly rejectsPath: string | null;
  /** About the end of the file: what came after the last batch. */
  readonly findings: readonly Finding[];
}

export interface Intake {
  readonly kind: KindDeclaration;
  /** The next batch, or null at the end. */
  next(): RecordBatch | null;
  /**
   * Settles the oldest batch that is not settled yet: `rows` of it were refused after all. Called once per batch, in
   * order, with an empty list where the ledger took all. As many batches may be under way as the caller likes.
   */
  reject(rows: readonly LateReject[]): void;
  /** Ends the rejects file. Batches that were not settled count as taken. */
  finish(): IntakeEnd;
  /** Closes the input; a rejects file that is not finished never was. */
  close(): void;
}

interface HeldBatch {
  readonly rows: readonly RawRow[];
  readonly rejected: Map<number, readonly Finding[]>;
}

/** The input beside which rejects are written, as the person knows it: the workbook and not its copy. */
const besides = (path: string, { workbook, shownPath }: IntakeSettings): string =>
  workbook?.path ?? (shownPath === '-' ? 'stdin' : path);

class PartIntake implements Intake {
  private readonly reader: RowReader;
  private readonly mapper: RowMapper;
  private readonly rejects: RejectsFile | null;
  private readonly held: HeldBatch[] = [];
  private findings: Finding[] = [];
  private read = 0;
  private rejected = 0;
  private ended = false;

  constructor(
    readonly kind: KindDeclaration,
    inspection: Inspection,
    documents: readonly number[],
    private readonly settings: IntakeSettings,
  ) {
    const { shownPath, verdict, delimiter = ',', headingRow, format } = inspection;
    const source = { ...openSource(inspection.path), path: shownPath };
    const tabular = format !== 'yaml';
    const { index } = namedKind(knownKinds(settings), kind.id);
    const about = new HeadingFindings(kind);
    this.mapper = new RowMapper(kind, index, settings, shownPath, tabular, (names, binding, row) =>
      this.findings.push(
        ...about.of(names, binding, { path: shownPath, line: tabular ? this.headingLine : row.line, row: headingRow }),
      ),
    );
    if (tabular) {
      const rows = new CsvRows(source, verdict, delimiter, headingRow, (cells, line, row) => {
        const what = notRecord(cells, rows.headings.names);
        if (what !== null) this.findings.push(skippedRow(what, shownPath, line, row));
        return what === null;
      });
      this.reader = rows;
      this.headingLine = rows.headingLine;
    } else this.reader = new YamlRows(source, verdict, new Set(documents), shownPath);
    const { wanted, path } = settings.rejects;
    this.rejects = wanted
      ? new RejectsFile(
          path ?? rejectsName(besides(inspection.path, settings), tabular ? 'csv' : 'yaml'),
          verdict,
          (row) => (tabular ? csvWriter(row.headings, delimiter) : yamlWriter(kind.id)),
        )
      : null;
  }

  private headingLine = 0;

  next(): RecordBatch | null {
    if (this.ended) return null;
    const { reader, mapper } = this;
    const records: ValidRecord[] = [];
    const rows: RawRow[] = [];
    const rejected = new Map<number, readonly Finding[]>();
    const findings = this.findings;
    while (rows.length < this.settings.batchSize) {
      const read = reader.next();
      if (read === null) {
        this.ended = true;
        break;
      }
      // The copy of a workbook has lines of its own, which nobody sees.
      const row = this.settings.workbook ? { ...read, line: read.row } : read;
      rows.push(row);
      const from = findings.length;
      const record = mapper.map(row, reader, findings);
      if (record === null)
        rejected.set(
          row.record,
          findings.slice(from).filter(({ record: of }) => of === row.record),
        );
      else records.push(record);
    }
    if (rows.length === 0) return null;
    this.findings = [];
    this.read += rows.length;
    this.rejected += rejected.size;
    this.held.push({ rows: this.rejects === null ? [] : rows, rejected });
    return { records, findings, read: rows.length, rejected: rejected.size, bytesDone: reader.bytesDone };
  }

  reject(rows: readonly LateReject[]): void {
    const batch = this.held.shift();
    if (batch === undefined) return;
    for (const { record, findings } of rows) {
      if (!batch.rejected.has(record)) this.rejected++;
      batch.rejected.set(record, [...(batch.rejected.get(record) ?? []), ...findings]);
    }
    if (batch.rejected.size === 0 || this.rejects === null) return;
    for (const row of batch.rows) {
      const findings = batch.rejected.get(row.record);
      if (findings) this.rejects.add(row, findings);
    }
  }

  finish(): IntakeEnd {
    while (this.held.length > 0) this.reject([]);
    const rejectsPath = this.rejects?.finish() ?? null;
    return { read: this.read, rejected: this.rejected, rejectsPath, findings: this.findings };
  }

  close(): void {
    this.reader.close();
    this.rejects?.discard();
  }
}

/** Opens one part of an input. An inspection made before spares a second look at the file. */
export const openIntake = (input: string | Inspection, part: number, settings: IntakeSettings): Intake => {
  const inspection = typeof input === 'string' ? inspectInput(input, settings) : input;
  const inspected = inspection.parts[part];
  if (inspected === undefined) throw new RangeError(`the input has no part ${part}`);
  const { kind } = namedKind(knownKinds(settings), inspected.kind);
  return new PartIntake(kind, inspection, inspected.documents, settings);
};
