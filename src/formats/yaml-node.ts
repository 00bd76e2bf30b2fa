/**
 * One piece of YAML -> mappings of text (yaml 包的记录读法), for the pieces that the plain reader leaves. The failsafe schema keeps every
 * scalar as written, or 18-digit identity numbers and leading zeros are corrupted; plain null, ~ and nothing mean absent.
 * Aliases are refused: no record needs them, and a few lines of them unfold into gigabytes.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { Failure } from '../domain/failure.js';

export type YamlCell = string | readonly string[] | undefined;

/** 一条 YAML 记录: keys and cells in the order of the source. */
export interface YamlRecord {
  readonly keys: readonly string[];
  readonly cells: readonly YamlCell[];
  readonly line: number;
  /** True where a value is neither text nor a list of texts, or the record is no mapping; its source text stands in the cell. */
  readonly nested: boolean;
}

/** A document of another shape than a plain list. */
export interface YamlContent {
  readonly kind: string | null;
  readonly records: readonly YamlRecord[];
}

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const REASONS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一条记录里有两个相同的键',
  BAD_INDENT: '缩进不对，同一层要左对齐',
  TAB_AS_INDENT: '缩进用了制表符，YAML 只能用空格',
  MISSING_CHAR: '缺少标点，多半是引号没有成对',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，内容含冒号时请加引号',
  BAD_ALIAS: '以 * 或 & 开头的内容请加引号',
};

export const yamlSyntax = (path: string, line: number, reason: string): Failure => {
  const message = `“${path}”第 ${line} 行不是正确的 YAML：${reason}`;
  const hint = '请改正这一行后重新导入；拿不准时给内容加上双引号';
  return new Failure(3, 'yaml-syntax', message, hint, [
    { code: 'yaml-syntax', severity: 'error', path, line, message, hint },
  ]);
};

const aliasBomb = (path: string, line: number, name: string): Failure =>
  new Failure(
    3,
    'yaml-alias-bomb',
    `“${path}”第 ${line} 行使用了 YAML 别名（*${name}），别名能把小文件展开成巨量内容，不予读取`,
    '请把别名处改为完整的内容；内容本身以 * 开头时请加引号',
  );

const textOf = (node: unknown, source: string): { readonly cell: YamlCell; readonly nested: boolean } => {
  if (node === null || node === undefined) return { cell: undefined, nested: false };
  if (isScalar(node)) {
    const text = String(node.value ?? '');
    return { cell: node.type === 'PLAIN' && NULLS.has(text) ? undefined : text, nested: false };
  }
  if (isSeq(node) && node.items.every((item) => isScalar(item)))
    return { cell: node.items.map((item) => String(textOf(item, source).cell ?? '')), nested: false };
  const range = (node as Node).range;
  return { cell: range ? source.slice(range[0], range[1]).trim() : '', nested: true };
};

/** Parses a piece whose first line is line `first` of the file. */
export const parsePiece = (text: string, first: number, path: string): YamlContent => {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, logLevel: 'silent' });
  const lineAt = (offset: number): number => first + counter.linePos(offset).line - 1;
  visit(document, {
    Alias: (_, alias) => {
      throw aliasBomb(path, lineAt(alias.range?.[0] ?? 0), alias.source);
    },
  });
  const [error] = document.errors;
  if (error) throw yamlSyntax(path, lineAt(error.pos[0]), REASONS[error.code] ?? '写法不对');

  const recordOf = (node: unknown): YamlRecord => {
    const range = (node as Node | null)?.range;
    const line = lineAt(range?.[0] ?? 0);
    if (!isMap(node)) {
      const { cell } = textOf(node, text);
      return { keys: ['原内容'], cells: [cell], line, nested: true };
    }
    const keys: string[] = [];
    const cells: YamlCell[] = [];
    let nested = false;
    for (const pair of node.items) {
      const key = textOf(pair.key, text);
      const value = textOf(pair.value, text);
      keys.push(typeof key.cell === 'string' ? key.cell : '');
      cells.push(value.cell);
      nested ||= key.nested || value.nested;
    }
    return { keys, cells, line, nested };
  };

  const root = document.contents;
  if (root === null) return { kind: null, records: [] };
  if (isSeq(root)) return { kind: null, records: root.items.map(recordOf) };
  if (!isMap(root)) throw yamlSyntax(path, first, '应为一个记录列表');
  const named = (key: string): unknown => root.items.find((pair) => textOf(pair.key, text).cell === key)?.value;
  const kind = textOf(named('kind') ?? named('种类'), text).cell;
  const records = named('records') ?? named('记录');
  const listed = isSeq(records) ? records.items.map(recordOf) : [recordOf(root)];
  return { kind: typeof kind === 'string' ? kind : null, records: listed };
};
