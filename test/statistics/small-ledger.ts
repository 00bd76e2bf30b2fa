/**
 * A ledger of plain objects for the tests of tables: answers count and list queries the slow and obvious way, as
 * src/domain/counting.ts words them.
 */
import type { StatisticsAnswer, StatisticsQuery } from '../../src/domain/answering.js';
import type { CountRow } from '../../src/domain/counting.js';
import { dayOf, fieldsOf, type Value } from '../../src/domain/kind.js';
import { COUNTED_KINDS } from '../../src/kinds/index.js';
import type { StatisticsContext } from '../../src/statistics/index.js';
import { TABLES } from '../../src/statistics/index.js';

export type SmallRecord = Readonly<Record<string, Value>>;
export type SmallLedger = Readonly<Record<string, readonly SmallRecord[]>>;

const valuesOf = (record: SmallRecord, field: string): readonly (string | null)[] => {
  const value = record[field] ?? null;
  if (value === null) return [null];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return value.length ? value : [null];
};

const columnOf = (day: string | null, grain: string): string | null => {
  if (day === null) return null;
  if (grain === 'year') return day.slice(0, 4);
  return grain === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
};

const inside = (record: SmallRecord, query: StatisticsQuery, day: string | null): boolean =>
  (query.from === null || (day !== null && day >= query.from)) &&
  (query.to === null || (day !== null && day <= query.to)) &&
  Object.entries(query.where ?? {}).every(([field, wanted]) =>
    valuesOf(record, field).some((value) => value !== null && wanted.includes(value)),
  );

export const answer = (ledger: SmallLedger, query: StatisticsQuery): StatisticsAnswer => {
  const kind = COUNTED_KINDS.find((candidate) => candidate.id === query.kind);
  if (!kind) throw new Error(`no kind ${query.kind}`);
  const dayOfRecord = (record: SmallRecord): string | null => (kind.day ? dayOf(record[kind.day]) : null);
  const chosen = (ledger[kind.id] ?? []).filter((record) => inside(record, query, dayOfRecord(record)));
  if (!('measure' in query))
    return { records: chosen.map((record) => fieldsOf(kind).map((field) => record[field.id] ?? null)) };
  const groups = new Map<string, { row: Omit<CountRow, 'n'>; n: number; seen: Set<string> }>();
  const [measure, fields = ''] = query.measure.split(':');
  for (const record of chosen) {
    const period = query.columns ? columnOf(dayOfRecord(record), query.columns) : null;
    const tuples = query.by.reduce<readonly (readonly (string | null)[])[]>(
      (found, field) => found.flatMap((tuple) => valuesOf(record, field).map((value) => [...tuple, value])),
      [[]],
    );
    for (const by of tuples) {
      const key = JSON.stringify([by, period]);
      const group = groups.get(key) ?? { row: { by, period }, n: 0, seen: new Set<string>() };
      groups.set(key, group);
      if (measure === 'sum') group.n += Number(record[fields] ?? 0);
      else if (measure === 'records') group.n += 1;
      else group.n = group.seen.add(JSON.stringify(fields.split(',').map((field) => record[field] ?? null))).size;
    }
  }
  return { counts: [...groups.values()].map(({ row, n }) => ({ ...row, n })) };
};

export const CONTEXT: StatisticsContext = {
  period: { from: null, to: null, title: '机制运行以来' },
  filters: {},
  regions: [
    { code: '211100', name: '盘锦市', parent: '210000', level: '市', aliases: [] },
    { code: '211122', name: '盘山县', parent: '211100', level: '县区', aliases: [] },
    { code: '211102', name: '双台子区', parent: '211100', level: '县区', aliases: [] },
    { code: '211103', name: '兴隆台区', parent: '211100', level: '县区', aliases: [] },
    { code: '211104', name: '大洼区', parent: '211100', level: '县区', aliases: [] },
  ],
  choiceGroups: {
    ranks: [
      { group: '厅（局）级及以上', values: ['省部级', '厅局级'] },
      { group: '县（处）级', values: ['县处级'] },
      { group: '乡（科）级及以下', values: ['乡科级', '一般干部', '农村、企业等其他人员'] },
    ],
    measures: [
      { group: '党纪处分', values: ['党内警告', '撤销党内职务'] },
      { group: '政务处分', values: ['政务警告', '政务记过'] },
      { group: '组织处理', values: ['免职'] },
    ],
    legal_services: [{ group: '', values: ['法律咨询', '法律适用', '法律指导'] }],
  },
  situations: [
    { id: 'improper-performance', number: 1, name: '不正确履行' },
    { id: 'obstructing-evidence', number: 2, name: '拒绝或阻挠取证' },
  ],
  office: { name: '中共某市委全面依法治市委员会办公室', region: '211100' },
  today: '2024-07-15',
};

/** The body of a table over a ledger. */
export const bodyOf = (id: string, ledger: SmallLedger, changes: Partial<StatisticsContext> = {}) => {
  const table = TABLES.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  const context = { ...CONTEXT, ...changes };
  const answers = table.queries(context).map((query) => answer(ledger, query));
  return table.build(answers, context);
};
