/**
 * What intake must be told (导入设置): plain data that can be posted to a worker thread. The pipeline fills it from the
 * command line, the config and data/; intake itself opens nothing but the input.
 */
import type { SituationName } from '../domain/assessment.js';
import type { KindDeclaration } from '../domain/kind.js';
import type { Region } from '../domain/region.js';
import type { Encoding } from '../formats/index.js';

/** 表头别名: a heading of real sheets that means a field of a kind; `*` for every kind that has the field. */
export interface HeadingAlias {
  readonly kind: string;
  readonly field: string;
  readonly heading: string;
}

export interface IntakeSettings {
  /** All kinds, choice lists filled in. */
  readonly kinds: readonly KindDeclaration[];
  /** `--kind`; else told from the headings. */
  readonly kind?: string;
  readonly encoding: 'auto' | Encoding;
  readonly sheet?: string;
  readonly situations: readonly SituationName[];
  readonly regions: readonly Region[];
  /** The office's own region: where a county's name exists in several cities, the one of this city is meant. */
  readonly officeRegion?: string;
  readonly headings: readonly HeadingAlias[];
  /** ISO date; later dates in a record are a warning. */
  readonly today: string;
  /** `wanted` false: nothing is written, whatever is rejected (dry runs, folder imports). */
  readonly rejects: { readonly path?: string; readonly wanted: boolean };
  readonly batchSize: number;
  /** Set where a copy of a workbook's sheet is read (see prepareInput): the workbook itself. */
  readonly workbook?: { readonly path: string; readonly sheet: string };
  /** The name of the input in messages, where it is not the path that is read: `-` for a spooled stdin. */
  readonly shownPath?: string;
}
