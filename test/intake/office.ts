/** What the intake tests share: the shipped kinds and reference data, a folder to write in, and reading a whole file. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/domain/finding.js';
import { fieldsOf, type Value } from '../../src/domain/kind.js';
import type { ValidRecord } from '../../src/domain/record.js';
import { type IntakeEnd, type IntakeSettings, inspectInput, openIntake } from '../../src/intake/index.js';
import { KINDS } from '../../src/kinds/index.js';
import { loadReference, resolveKinds } from '../../src/reference/index.js';

const reference = loadReference(fileURLToPath(new URL('../../data', import.meta.url)));

const SITUATIONS: readonly (readonly [string, string])[] = [
  ['improper-performance', '不正确履行'],
  ['obstructing-evidence', '拒绝或阻挠取证'],
  ['interfering-in-case', '干涉、插手办案'],
  ['obstructing-rights', '阻挠市场主体依法维权'],
  ['failing-to-correct', '不依法纠正违法行为'],
  ['leaking-case-information', '帮助、泄露案情'],
  ['seventh', '第七种情形（原文未列明）'],
];

export const SETTINGS: IntakeSettings = {
  kinds: resolveKinds(KINDS, reference.choices),
  encoding: 'auto',
  situations: SITUATIONS.map(([id, name], at) => ({ id, number: at + 1, name })),
  regions: reference.regions,
  officeRegion: '211100',
  headings: reference.headings,
  today: '2026-06-30',
  rejects: { wanted: true },
  batchSize: 3,
};

const folder = mkdtempSync(join(tmpdir(), 'intake-'));
let files = 0;

/** Writes a file into a folder of its own and gives its path. */
export const fileOf = (name: string, content: string | Uint8Array): string => {
  files += 1;
  const path = join(mkdtempSync(join(folder, `${files}-`)), name);
  writeFileSync(path, content);
  return path;
};

export interface Taken extends IntakeEnd {
  readonly kind: string;
  readonly records: readonly ValidRecord[];
  readonly findings: readonly Finding[];
  /** Records as objects of the fields that are not blank. */
  readonly values: readonly Readonly<Record<string, Value>>[];
}

/** Reads a part to its end; `late` stands for what the ledger would refuse. */
export const take = (
  path: string,
  settings: Partial<IntakeSettings> = {},
  part = 0,
  late: (record: ValidRecord) => readonly Finding[] = () => [],
): Taken => {
  const all = { ...SETTINGS, ...settings };
  const intake = openIntake(inspectInput(path, all), part, all);
  const records: ValidRecord[] = [];
  const findings: Finding[] = [];
  for (let batch = intake.next(); batch !== null; batch = intake.next()) {
    findings.push(...batch.findings);
    const refused = batch.records
      .map((record) => ({ record: record.record, findings: late(record) }))
      .filter((row) => row.findings.length > 0);
    records.push(...batch.records.filter(({ record }) => !refused.some((row) => row.record === record)));
    intake.reject(refused);
  }
  const end = intake.finish();
  intake.close();
  const ids = fieldsOf(intake.kind).map(({ id }) => id);
  const values = records.map((record) =>
    Object.fromEntries(
      ids.map((id, at) => [id, record.values[at] ?? null] as const).filter(([, value]) => value !== null),
    ),
  );
  return { ...end, kind: intake.kind.id, records, findings: [...findings, ...end.findings], values };
};

/** A lead that is right, as a row of the headings below. */
export const LEAD_HEADINGS = [
  '线索编号',
  '线索来源',
  '发现日期',
  '被反映单位',
  '主要问题',
  '认定情形',
  '行政区划',
  '身份证号',
  '问题标签',
  '行为类型',
] as const;

export const lead = (no: string, changes: Partial<Record<string, string>> = {}): readonly string[] => {
  const cells: Partial<Record<string, string>> = {
    线索编号: no,
    线索来源: '行政复议',
    发现日期: '2024-05-08',
    被反映单位: '某县某局',
    主要问题: '复议机关两次调取案卷，该局均未提供',
    ...changes,
  };
  return LEAD_HEADINGS.map((heading) => cells[heading] ?? '');
};

const quoted = (cell: string): string => (/["\n\r,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const sheet = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows.map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join('');
