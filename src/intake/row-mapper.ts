/**
 * 原始行 -> 有效记录: the cells of a row become values in storage order and are checked against the kind's declaration. All
 * problems of a row are found in one pass. The good case runs without an object per cell; a row that fails is gone through
 * again, cell by cell, to say what is wrong. Does not know other rows: numbers used twice are the ledger's affair.
 */
import type { Finding } from '../domain/finding.js';
import { type FieldDeclaration, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { Headings, RawRow, ValidRecord } from '../domain/record.js';
import type { RowReader } from '../formats/index.js';
import {
  type Breach,
  compileRecordValidator,
  LONGEST_VALUE,
  type RecordValidator,
} from '../schema/record-validator.js';
import { BLANK_MARKS, cellText } from './cell-text.js';
import { type CellProblem, type CellReader, cellReader } from './cells/index.js';
import { type Binding, bind, type HeadingIndex } from './headings.js';
import { keyCheck } from './key-check.js';
import { columnLetters, shown } from './places.js';
import { controlProblem, formProblem } from './row-form.js';
import type { IntakeSettings } from './settings.js';

type Form = Pick<RowReader, 'problem' | 'hasControl'>;

interface Field {
  readonly declared: FieldDeclaration;
  readonly reader: CellReader;
  /** Text fields take any length here and are measured by the validator; others are not even tried on a novel. */
  readonly isText: boolean;
  /** True where 无 is one of the field's own values. */
  readonly ownsNone: boolean;
}

/** Compiled once per kind, not per file: compiling takes longer than checking a thousand records. */
const validators = new WeakMap<KindDeclaration, { readonly situations: unknown; readonly validate: RecordValidator }>();

const validatorOf = (kind: KindDeclaration, { situations }: IntakeSettings): RecordValidator => {
  const kept = validators.get(kind);
  if (kept?.situations === situations) return kept.validate;
  const validate = compileRecordValidator(
    fieldsOf(kind),
    situations.map(({ id }) => id),
  );
  validators.set(kind, { situations, validate });
  return validate;
};

export class RowMapper {
  private readonly fields: readonly Field[];
  private readonly validate: RecordValidator;
  private readonly keyBlank: (values: readonly (Value | undefined)[]) => readonly (readonly number[])[];
  private headings: Headings | null = null;
  private binding: Binding = { columnOf: [], doubled: [], unknown: [], unnamed: [] };

  /** `path` is the name that findings show. `onHeadings` hears of each new set of headings, once. */
  constructor(
    kind: KindDeclaration,
    private readonly index: HeadingIndex,
    settings: IntakeSettings,
    private readonly path: string,
    private readonly tabular: boolean,
    private readonly onHeadings: (names: readonly string[], binding: Binding, row: RawRow) => void,
  ) {
    const declared = fieldsOf(kind);
    this.fields = declared.map((field) => ({
      declared: field,
      reader: cellReader(field, settings),
      isText: field.type === 'text',
      ownsNone: field.choices?.includes('无') ?? false,
    }));
    this.validate = validatorOf(kind, settings);
    this.keyBlank = keyCheck(kind);
  }

  /** Null where the row stays out; then `findings` has at least one error of it. */
  map(row: RawRow, form: Form, findings: Finding[]): ValidRecord | null {
    if (row.headings !== this.headings) this.bindTo(row);
    const { fields } = this;
    const { columnOf, doubled, unnamed } = this.binding;
    const values: (Value | undefined)[] = new Array<Value | undefined>(fields.length).fill(null);
    const from = findings.length;
    for (let at = 0; at < fields.length; at++) {
      const column = columnOf[at] ?? -1;
      const field = fields[at];
      if (column < 0 || field === undefined) continue;
      const cell = row.cells[column];
      const text = cell === undefined ? '' : typeof cell === 'string' ? cellText(cell) : cell.map(cellText).join('、');
      if (text.length <= 1 && BLANK_MARKS.has(text) && !(field.ownsNone && text === '无')) continue;
      if (text.length > LONGEST_VALUE && !field.isText) {
        values[at] = undefined;
        continue;
      }
      const value = field.reader.read(text);
      values[at] = value;
      if (field.reader.remark !== undefined && value !== undefined && value !== null) {
        const said = field.reader.remark(text, value);
        if (said !== null) findings.push(this.finding(said, row, column, field.declared, text));
      }
    }
    if (doubled.length > 0) this.compareDoubled(row, values, findings);
    if (
      unnamed.length > 0 ||
      row.cells.length !== row.headings.names.length ||
      form.problem !== null ||
      form.hasControl
    )
      this.checkForm(row, form, findings);
    const breaches = this.validate(values);
    let sound = true;
    for (let k = from; k < findings.length; k++) if (findings[k]?.severity === 'error') sound = false;
    // Without an undefined left among them, these are plain values.
    if (breaches === null && sound && this.keyBlank(values).length === 0)
      return { values: values as Value[], line: row.line, record: row.record, row: row.row };
    return this.refused(row, values, breaches ?? [], sound, findings);
  }

  /** The slow way: explains each breach; a row that only leaves required fields blank is incomplete, not refused. */
  private refused(
    row: RawRow,
    values: readonly (Value | undefined)[],
    breaches: readonly Breach[],
    sound: boolean,
    findings: Finding[],
  ): ValidRecord | null {
    const incomplete: Finding[] = [];
    const blankKeys = this.keyBlank(values);
    let refused = !sound;
    for (const breach of breaches) {
      const field = this.fields[breach.field];
      if (field === undefined) continue;
      const column = this.binding.columnOf[breach.field] ?? -1;
      const text = this.textAt(row, column);
      if (breach.code === 'field-blank') {
        if (!blankKeys.some((part) => part.includes(breach.field)))
          incomplete.push(this.blank(breach.code, breach.message, breach.hint, row, column));
        continue;
      }
      refused = true;
      findings.push(this.finding(this.explained(breach, text, field), row, column, field.declared, text));
    }
    for (const part of blankKeys) {
      refused = true;
      const names = part.map((at) => this.fields[at]?.declared.title ?? '').join('”或“');
      const message = `识别记录的“${names}”没有填写`;
      findings.push(
        this.blank(
          'key-blank',
          message,
          `请填写“${names}”，没有它无法登记`,
          row,
          this.binding.columnOf[part[0] ?? 0] ?? -1,
        ),
      );
    }
    if (refused) {
      findings.push(...incomplete);
      return null;
    }
    const record = { values: values as Value[], line: row.line, record: row.record, row: row.row };
    return incomplete.length > 0 ? { ...record, incomplete } : record;
  }

  private explained(breach: Breach, text: string, { declared, reader }: Field): CellProblem {
    const limit = declared.maxLength ?? LONGEST_VALUE;
    if (breach.code === 'cell-too-long' || text.length > LONGEST_VALUE) {
      const message = `有 ${text.length} 字，应不超过 ${limit} 字`;
      return { code: 'cell-too-long', severity: 'error', message, hint: '请缩短，或把详细材料另附，此处只写要点' };
    }
    if (breach.code === 'cell-unread') return reader.explain(text, declared);
    return { code: breach.code, severity: 'error', message: breach.message, hint: breach.hint };
  }

  private compareDoubled(row: RawRow, values: (Value | undefined)[], findings: Finding[]): void {
    for (const { field: at, column } of this.binding.doubled) {
      const field = this.fields[at];
      const text = this.textAt(row, column);
      if (field === undefined || text === '' || BLANK_MARKS.has(text)) continue;
      const first = this.binding.columnOf[at] ?? -1;
      if (values[at] === null) values[at] = field.reader.read(text);
      else if (this.textAt(row, first) !== text) {
        const message = `与「${row.headings.names[first] ?? ''}」列的内容不同，不知以哪个为准`;
        const problem = { code: 'heading-duplicate', severity: 'error', message, hint: '请只保留一列' } as const;
        findings.push(this.finding(problem, row, column, field.declared, text));
      }
    }
  }

  private checkForm(row: RawRow, form: Form, findings: Finding[]): void {
    const { names } = row.headings;
    for (const problem of formProblem(row, form.problem)) findings.push(this.finding(problem, row, -1, undefined, ''));
    for (const column of this.binding.unnamed) {
      if (this.textAt(row, column) === '') continue;
      const message = '所在列没有表头，不知是什么内容';
      const problem = {
        code: 'heading-blank',
        severity: 'error',
        message,
        hint: '请给这一列补上表头，或清空该单元格',
      } as const;
      findings.push(this.finding(problem, row, column, undefined, this.textAt(row, column)));
    }
    if (!form.hasControl) return;
    for (let column = 0; column < names.length; column++) {
      const problem = controlProblem(this.textAt(row, column));
      if (problem) findings.push(this.finding(problem, row, column, undefined, this.textAt(row, column)));
    }
  }

  private textAt(row: RawRow, column: number): string {
    const cell = row.cells[column];
    if (cell === undefined) return '';
    return typeof cell === 'string' ? cellText(cell) : cell.map(cellText).join('、');
  }

  private bindTo(row: RawRow): void {
    this.headings = row.headings;
    this.binding = bind(row.headings.names, this.index, this.fields.length);
    this.onHeadings(row.headings.names, this.binding, row);
  }

  private place(row: RawRow, column: number): Pick<Finding, 'path' | 'line' | 'record' | 'cell' | 'heading'> {
    const heading = row.headings.names[column];
    return {
      path: this.path,
      line: row.line,
      record: row.record,
      ...(this.tabular && column >= 0 ? { cell: `${columnLetters(column)}${row.row}` } : {}),
      ...(heading !== undefined && heading !== '' ? { heading } : {}),
    };
  }

  private finding(
    problem: CellProblem,
    row: RawRow,
    column: number,
    field: FieldDeclaration | undefined,
    text: string,
  ): Finding {
    const { code, severity, hint } = problem;
    const place = this.place(row, column);
    if (column < 0) return { ...place, code, severity, message: problem.message, hint };
    const value = shown(text, field);
    const name = place.heading ?? field?.title ?? place.cell ?? '';
    return { ...place, code, severity, value, message: `「${name}」为“${value}”，${problem.message}`, hint };
  }

  private blank(code: string, message: string, hint: string, row: RawRow, column: number): Finding {
    return { ...this.place(row, column), code, severity: 'error', message, hint };
  }
}
