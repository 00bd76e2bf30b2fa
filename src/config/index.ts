/**
 * xingji.yaml (配置) -> the office and its settings. Comes first in every call; without a file the built-in defaults let a
 * clerk import, check and count, and only issuing letters asks for a config. A wrong config fails whole (exit 2), with the
 * line of every fault: a setting that is silently ignored would show up in a letter.
 */
import { dirname, isAbsolute, join } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import { OFFICE_NOT_CONFIGURED, type OfficeConfig } from '../domain/office.js';
import { exists, readText } from '../files/index.js';
import { parseYamlDocument } from '../formats/yaml-document.js';
import { ownDocumentSchema } from '../schema/json-schema.js';
import { faultsOf, repeatedReceivers } from './faults.js';
import { CONFIG_SCHEMA } from './schema.js';

export { starterConfig } from './starter.js';

const FILE_NAME = 'xingji.yaml';

/** The region that stands in where no config names one: 盘锦市, whose mechanism the tool was made for. */
const DEFAULT_REGION = '211100';

/** The document after validation against {@link CONFIG_SCHEMA}. */
interface ConfigDocument {
  readonly office?: {
    readonly name: string;
    readonly region: string | number;
    readonly numberPrefix?: string;
    readonly contact?: { readonly person?: string; readonly phone?: string };
  };
  readonly receivers?: readonly { readonly region: string | number; readonly name: string }[];
  readonly numbering?: { readonly startAt?: Readonly<Record<string, number>> };
  readonly ledger?: string;
  readonly rules?: string;
  readonly templates?: string;
  readonly data?: string;
}

/** `xingji.yaml` in the folder or the nearest one above it; null where there is none. */
export const findConfig = (fromFolder: string): string | null => {
  for (let folder = fromFolder; ; folder = dirname(folder)) {
    const path = join(folder, FILE_NAME);
    if (exists(path)) return path;
    if (dirname(folder) === folder) return null;
  }
};

const readDocument = (path: string): ConfigDocument => {
  if (!exists(path))
    throw new Failure(
      EXIT.usage,
      'config-missing',
      `找不到配置文件 ${path}`,
      '核对 --config 的路径，或用 xingji init 生成',
    );
  const document = parseYamlDocument(readText(path), path);
  // An empty file, or one with comments alone, is a config that sets nothing.
  const value = document.value ?? {};
  const faults =
    document.findings.length > 0
      ? document.findings
      : [
          ...faultsOf(ownDocumentSchema('config', () => CONFIG_SCHEMA)(value), document, path),
          ...repeatedReceivers(value, document, path),
        ];
  const [first] = faults;
  if (first)
    throw new Failure(
      EXIT.usage,
      first.code,
      `配置文件 ${path}:${first.line ?? 1} ${first.message}`,
      first.hint,
      faults,
    );
  // Narrowed by the schema just checked.
  return value as ConfigDocument;
};

const configFrom = (document: ConfigDocument, path: string | null): OfficeConfig => {
  const placed = (name: string | undefined): string | null =>
    name === undefined ? null : isAbsolute(name) || path === null ? name : join(dirname(path), name);
  const { office } = document;
  return {
    path,
    office: {
      name: office?.name ?? OFFICE_NOT_CONFIGURED,
      region: String(office?.region ?? DEFAULT_REGION),
      numberPrefix: office?.numberPrefix ?? null,
      contact: {
        person: office?.contact?.person ?? null,
        phone: office?.contact?.phone ?? null,
      },
    },
    receivers: (document.receivers ?? []).map(({ region, name }) => ({ region: String(region), name })),
    numbering: { startAt: document.numbering?.startAt ?? {} },
    ledger: placed(document.ledger),
    rules: placed(document.rules),
    templates: placed(document.templates),
    data: placed(document.data),
  };
};

/** The settings of a file; the built-in ones for null. */
export const loadConfig = (path: string | null): OfficeConfig =>
  configFrom(path === null ? {} : readDocument(path), path);
