/**
 * 导入计划 (import plan): paths as typed -> the parts to read, in the order in which they are recorded: by kind (leads
 * before what refers to them), then by path, so that the order of the files in a call does not matter. A file that cannot
 * be read is refused with its reason and the others go on.
 */
import { Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration } from '../domain/kind.js';
import { fileSize, listInputs, type Spooled, spoolStdin } from '../files/index.js';
import {
  type Inspection,
  type IntakeSettings,
  inspectInput,
  type PreparedInput,
  prepareInput,
} from '../intake/index.js';
import { resolved } from './workspace.js';

export interface PlannedPart {
  /** As a person would write it; `-` for standard input. */
  readonly shown: string;
  readonly path: string;
  readonly part: number;
  readonly kind: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly inspection: Inspection;
  /** Set where `path` is a copy of a workbook's sheet. */
  readonly workbook?: NonNullable<IntakeSettings['workbook']>;
}

/** A file of which nothing was read, and why. */
export interface RefusedFile {
  readonly shown: string;
  readonly failure: Failure;
}

export interface ImportPlan {
  readonly parts: readonly PlannedPart[];
  readonly refused: readonly RefusedFile[];
  readonly findings: readonly Finding[];
  /** Removes the copies of standard input and of workbooks. */
  end(): Promise<void>;
}

/** A refusal as a finding, so that one bad file of many is listed beside the problems of the others. */
export const refusalFinding = ({ shown, failure }: RefusedFile): Finding => ({
  code: failure.code,
  severity: 'error',
  path: shown,
  message: `整个文件没有导入：${failure.message}`,
  hint: failure.hint,
});

const byKindThenPath =
  (kinds: readonly KindDeclaration[]) =>
  (a: PlannedPart, b: PlannedPart): number => {
    const order = (part: PlannedPart): number => kinds.findIndex((kind) => kind.id === part.kind);
    return order(a) - order(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.part - b.part);
  };

export const planImport = async (
  paths: readonly string[],
  stdin: NodeJS.ReadableStream,
  workingFolder: string,
  settings: IntakeSettings,
): Promise<ImportPlan> => {
  const refused: RefusedFile[] = [];
  const findings: Finding[] = [];
  const files = new Map<string, string>();
  const guarded = async (shown: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      refused.push({ shown, failure: thrown });
    }
  };
  for (const path of paths)
    await guarded(path, () => {
      const inputs = listInputs([path], workingFolder);
      findings.push(...inputs.findings);
      for (const file of inputs.files) files.set(file === '-' ? '-' : resolved(workingFolder, file), file);
    });
  const spooled: Spooled | null = files.has('-') ? await spoolStdin(stdin) : null;
  const parts: PlannedPart[] = [];
  const copies: PreparedInput[] = [];
  for (const [path, shown] of files)
    await guarded(shown, async () => {
      const input = await prepareInput(path === '-' && spooled ? spooled.path : path, shown, settings.sheet);
      copies.push(input);
      const { workbook } = input;
      const inspection = inspectInput(input.path, { ...settings, shownPath: shown, ...(workbook ? { workbook } : {}) });
      findings.push(...input.findings, ...inspection.findings);
      for (const { part, kind } of inspection.parts)
        parts.push({
          shown,
          path: inspection.path,
          part,
          kind,
          size: fileSize(inspection.path),
          inspection,
          ...(workbook ? { workbook } : {}),
        });
    });
  return {
    parts: parts.sort(byKindThenPath(settings.kinds)),
    refused,
    findings,
    end: async () => {
      for (const copy of copies) copy.remove();
      await spooled?.remove();
    },
  };
};
