/** Breaches of the config schema -> findings with file:line and what the key should hold. Does not read files. */
import type { Finding } from '../domain/finding.js';
import { nearest } from '../domain/nearest.js';
import type { YamlDocument } from '../formats/yaml-document.js';
import type { SchemaProblem } from '../schema/json-schema.js';
import { CONFIG_SCHEMA, type SchemaPart } from './schema.js';

type Path = SchemaProblem['path'];

/** The schema's part for a key, as deep as it is declared. */
const partAt = (path: Path): SchemaPart => {
  let part = CONFIG_SCHEMA;
  for (const step of path) {
    const next = typeof step === 'number' ? part.items : part.properties?.[step];
    if (!next) break;
    part = next;
  }
  return part;
};

/** `receivers[2].region`, counted from 1 as people count. */
const written = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i > 0 ? '.' : ''}${step}`)).join('');

const hintFor = (problem: SchemaProblem): string => {
  const key = problem.path.at(-1);
  if (problem.keyword === 'additionalProperties' && typeof key === 'string') {
    const known = Object.keys(partAt(problem.path.slice(0, -1)).properties ?? {});
    const near = nearest(key, known);
    return `${near ? `是否指“${near}”？` : ''}可用的键：${known.join('、')}`;
  }
  const { description } = partAt(problem.path);
  return description ?? '对照 xingji init 生成的配置文件改正';
};

export const faultsOf = (
  problems: readonly SchemaProblem[],
  document: YamlDocument,
  path: string,
): readonly Finding[] =>
  problems.map((problem) => ({
    code: problem.keyword === 'additionalProperties' ? 'config-key-unknown' : 'config-invalid',
    severity: 'error',
    path,
    ...document.locate(problem.path),
    message: `${problem.path.length > 0 ? `“${written(problem.path)}”` : '配置'}${problem.message}`,
    hint: hintFor(problem),
  }));

/** Two receivers for one region: which of them a letter goes to would depend on their order. */
export const repeatedReceivers = (value: unknown, document: YamlDocument, path: string): readonly Finding[] => {
  // Looked into before the schema has spoken, so nothing about its shape is taken for granted.
  const { receivers } = value as { readonly receivers?: unknown };
  if (!Array.isArray(receivers)) return [];
  const regions = receivers.map((each: { readonly region?: unknown } | null) => String(each?.region));
  return regions.flatMap((region, i) =>
    regions.indexOf(region) === i
      ? []
      : [
          {
            code: 'config-receiver-repeated',
            severity: 'error',
            path,
            ...document.locate(['receivers', i]),
            message: `行政区划“${region}”有两个接收机关`,
            hint: '每个行政区划只留一个接收机关',
          },
        ],
  );
};
