/**
 * Turns the text of a YAML document that xingji's own users write (规则文件 rule file, 配置 config) into one plain value
 * and a way to ask where in the text any part of it stands. Sole wrapper of the `yaml` package for whole documents.
 *
 * Records are read elsewhere (yaml.ts, failsafe schema): here the core schema applies, so 20 is a number.
 * Trap: an alias bomb grows only when the document becomes a value, so the refusal comes from `toJS`, not from parsing.
 */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Finding } from '../domain/finding.js';

export type DocumentPath = readonly (string | number)[];

/** 位置: physical line and column, both from 1. */
export interface DocumentPlace {
  readonly line: number;
  readonly column: number;
}

export interface YamlDocument {
  /** The plain value; `undefined` where the text could not be read as one document. */
  readonly value: unknown;
  /** Where the part at `path` stands: its key for a mapping entry, itself for a list item; the nearest parent if absent. */
  readonly locate: (path: DocumentPath) => DocumentPlace;
  readonly findings: readonly Finding[];
}

const MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一层里出现了两个相同的键',
  BAD_INDENT: '缩进不对：同一层的各行要左对齐',
  TAB_AS_INDENT: '缩进用了制表符（Tab），YAML 只能用空格',
  BAD_ALIAS: '别名（*）写得不对或没有对应的锚点（&）',
  MULTIPLE_DOCS: '一个文件里有多份文档（---），只能有一份',
  MISSING_CHAR: '缺少标点，多半是冒号后少了空格或引号没有成对',
  BLOCK_AS_IMPLICIT_KEY: '键的写法不对，多半是一行里有两个冒号',
  UNEXPECTED_TOKEN: '此处不应出现这个符号',
};

/** Aliases may make a value at most this many times larger than written; a rule file needs none. */
const MAX_ALIASES = 50;

const offsetOf = (node: Node | null): number | null => node?.range?.[0] ?? null;

/** The offset of the part at `path`, walking as deep as the document goes. */
const offsetAt = (root: Node | null, path: DocumentPath): number => {
  let node = root;
  let offset = offsetOf(root) ?? 0;
  for (const part of path) {
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.find(
        (item): item is Pair<Node, Node> => isPair(item) && keyText(item.key) === String(part),
      );
      if (!pair) return offset;
      offset = offsetOf(pair.key) ?? offset;
      next = pair.value ?? null;
    } else if (isSeq(node) && typeof part === 'number') {
      // Items of a parsed sequence are nodes; the package's type leaves them open for documents built by hand.
      next = (node.items[part] as Node | undefined) ?? null;
      if (!next) return offset;
      offset = offsetOf(next) ?? offset;
    } else return offset;
    node = next;
  }
  return offset;
};

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** Reads one YAML document; problems come back as findings with their place, never as exceptions. */
export const parseYamlDocument = (text: string, path: string): YamlDocument => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const placeOf = (offset: number): DocumentPlace => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const locate = (part: DocumentPath): DocumentPlace => placeOf(offsetAt(document.contents, part));
  const findings: Finding[] = document.errors.map((problem) => ({
    code: problem.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax',
    severity: 'error',
    path,
    ...placeOf(problem.pos[0]),
    message: `YAML 写法有误：${MESSAGES[problem.code] ?? '此处不合 YAML 的写法'}（${problem.code}）。`,
    hint: problem.code === 'DUPLICATE_KEY' ? '删去或改名其中一个键。' : '对照上下各行检查缩进、冒号后的空格和引号。',
  }));
  if (findings.length > 0) return { value: undefined, locate, findings };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { value, locate, findings };
  } catch (problem) {
    // The only thing toJS refuses is aliases that would blow the value up; anything else is a defect.
    if (!(problem instanceof ReferenceError)) throw problem;
    const bomb: Finding = {
      code: 'yaml-alias-bomb',
      severity: 'error',
      path,
      ...placeOf(0),
      message: 'YAML 里的别名（*）层层展开后过大，已拒绝读取。',
      hint: '不用锚点和别名，直接写出内容。',
    };
    return { value: undefined, locate, findings: [bomb] };
  }
};
