/**
 * What turning a cell into a value (单元格取值) means, shared by all field types. A normaliser takes the trimmed text of a
 * cell that is not blank and gives the stored value, or `undefined` where the text does not carry one; what is wrong is then worked out
 * again, slowly, by the explainer of the same type. The good case so costs no object and no closure per cell.
 */
import type { Severity } from '../../domain/finding.js';
import type { FieldDeclaration, Value } from '../../domain/kind.js';

/** 单元格问题: why a cell carries no value, or what was done to it; place and value are added by the row mapper. */
export interface CellProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** 取值器 of one field, made once per file. */
export interface CellReader {
  /** `text` is trimmed and not blank. Undefined: no value; ask {@link explain}. */
  read(text: string): Value | undefined;
  /** Called only after `read` gave undefined. */
  explain(text: string, field: FieldDeclaration): CellProblem;
  /** What is worth saying about a value that was read, e.g. a date in the future; null mostly. */
  remark?(text: string, value: Value): CellProblem | null;
}

export const problem = (code: string, message: string, hint: string, severity: Severity = 'error'): CellProblem => ({
  code,
  severity,
  message,
  hint,
});
