/**
 * 中文视图 (Chinese views): what other programs (DB Browser, DuckDB, a sheet program) see of the ledger: Chinese table and column
 * names, hidden fields absent, identity numbers masked, voided records left out. Made anew whenever the kinds change.
 */
import { DECISION_TITLES } from '../domain/assessment.js';
import { type FieldDeclaration, fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import { isList, tableOf } from './columns.js';
import { NOTICE_TABLE } from './schema.js';

export interface View {
  readonly name: string;
  readonly sql: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const view = (
  name: string,
  columns: readonly (readonly [expression: string, title: string])[],
  from: string,
): View => ({
  name,
  sql: `CREATE VIEW ${quoted(name)} AS SELECT ${columns.map(([expression, title]) => `${expression} AS ${quoted(title)}`).join(', ')} FROM ${from}`,
});

const joined = (column: string): string => `(SELECT group_concat(value, '、') FROM json_each(${column}))`;

const titled = (column: string, titles: Readonly<Record<string, string>>): string =>
  `CASE ${column} ${Object.entries(titles)
    .map(([id, title]) => `WHEN '${id}' THEN '${title}'`)
    .join(' ')} ELSE ${column} END`;

/** 3203**********1234, made in SQL so that no other program ever sees the whole number. */
const masked = (column: string): string => `substr(${column}, 1, 4) || '**********' || substr(${column}, -4)`;

const shown = (field: FieldDeclaration): string =>
  field.privacy === 'masked' ? masked(field.id) : isList(field) ? joined(field.id) : field.id;

const kindView = (kind: KindDeclaration): View =>
  view(
    kind.title,
    [
      ...fieldsOf(kind)
        .filter((field) => field.privacy !== 'hidden')
        .map((field) => [shown(field), field.title] as const),
      ...(kind.assessed
        ? ([
            [titled('decision', DECISION_TITLES), '结论'],
            [titled('machine_decision', DECISION_TITLES), '比对结论'],
            [joined('met'), '符合情形'],
            [joined('hinted'), '疑似情形'],
            [joined('undetermined'), '无法判断情形'],
          ] as const)
        : []),
      ['revision', '版次'],
      ['(SELECT time FROM run WHERE run.id = t.run)', '登记时间'],
    ],
    `${tableOf(kind.id)} t WHERE voided IS NULL`,
  );

const NOTICES = view(
  '移送函',
  [
    ['lead_no', '线索编号'],
    ['version', '第几次'],
    ['number', '发文字号'],
    [titled('state', NOTICE_STATE_TITLES), '状态'],
    ['receiver', '主送机关'],
    ['drafted_on', '拟稿日期'],
    ['approved_on', '审定日期'],
    ['issued_on', '制发日期'],
    ['delivered_on', '送达日期'],
    ['received_on', '签收日期'],
    ['why', '原因'],
    [`CASE stale WHEN 1 THEN '是' ELSE '否' END`, '发出后线索有变'],
  ],
  NOTICE_TABLE,
);

const JOURNAL = view(
  '登记日志',
  [
    ['j.seq', '序号'],
    ['j.run', '运行'],
    ['r.time', '时间'],
    ['r.operator', '操作人'],
    ['j.kind', '种类'],
    ['j.key', '标识'],
    ['j.revision', '版次'],
    ['j.action', '动作'],
    ['lower(hex(j.content_hash))', '内容校验值'],
    ['lower(hex(j.assessment_hash))', '状态校验值'],
    ['lower(hex((SELECT p.hash FROM journal p WHERE p.office = j.office AND p.seq = j.seq - 1)))', '前一条校验值'],
    ['lower(hex(j.hash))', '校验值'],
  ],
  'journal j JOIN run r ON r.id = j.run',
);

const FILES = view(
  '导入记录',
  [
    ['f.run', '运行'],
    ['r.time', '时间'],
    ['r.operator', '操作人'],
    ['f.path', '文件'],
    ['f.kind', '种类'],
    ['f.encoding', '编码'],
    ['f.read', '读入'],
    ['f.added', '新增'],
    ['f.amended', '更正'],
    ['f.unchanged', '未变'],
    ['f.rejected', '退回'],
  ],
  'import_file f JOIN run r ON r.id = f.run',
);

/** All views of a ledger with these kinds. */
export const viewsOf = (kinds: readonly KindDeclaration[]): readonly View[] => [
  ...kinds.map(kindView),
  NOTICES,
  JOURNAL,
  FILES,
];
