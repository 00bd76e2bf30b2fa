/**
 * 核验 (verify): recomputes every hash of the chain and of every row and names the places that disagree, the first first.
 *
 * What it proves: no journal row, record, revision or notice was edited, added or removed behind the tool's back, and no guard
 * (trigger) or view was taken away. What it cannot prove: that nobody cut the tail off together with its records and set the
 * kept head back, or wrote everything anew from some point on. The head printed on an earlier report shows both.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { letter } from '../kinds/letter.js';
import { tableOf } from './columns.js';
import type { Sqlite } from './database.js';
import { digestIn, hexOf } from './hashing.js';
import { GENESIS } from './journal.js';
import { strayLetters } from './letters.js';
import { countAll } from './migrations.js';
import { NOTICE_KIND } from './notice-rows.js';
import { factTable, fixedSchema, kindSchema, NOTICE_TABLE } from './schema.js';
import type { Verification } from './types.js';
import { Problems, verifyChain } from './verify-chain.js';
import { missingRows, verifyNotices, verifyRows } from './verify-rows.js';
import { viewsOf } from './views.js';
import { OWN_OFFICE } from './writing.js';

export const verifyLedger = (db: Sqlite, kinds: readonly KindDeclaration[], statistics: boolean): Verification => {
  const problems = new Problems();
  verifyGuards(db, kinds, problems);
  const journalled = verifyChain(db, problems);
  let records = 0;
  for (const kind of kinds) {
    const present = verifyRows(db, kind, '', problems);
    const rows = present + verifyRows(db, kind, '_revision', problems);
    missingRows(db, kind.id, tableOf(kind.id), kind.title, journalled.get(kind.id) ?? 0, rows, problems);
    records += present;
  }
  const notices = verifyNotices(db, '', problems) + verifyNotices(db, '_revision', problems);
  missingRows(db, NOTICE_KIND, NOTICE_TABLE, '移送函', journalled.get(NOTICE_KIND) ?? 0, notices, problems);
  if (statistics) {
    for (const leadNo of strayLetters(db)) problems.add(`统计用移送函 ${leadNo}`, '与移送函和线索现在的内容不同');
    for (const kind of [...kinds, letter]) verifyFacts(db, kind, problems);
  }
  const head = db.prepare('SELECT head FROM chain WHERE office = ?').pluck().get(OWN_OFFICE);
  return {
    ok: problems.list.length === 0,
    records,
    head: head === undefined ? GENESIS : hexOf(digestIn(head)),
    problems: problems.list,
  };
};

/** Triggers and views as this program made them: whoever alters the journal must first remove a trigger. */
const verifyGuards = (db: Sqlite, kinds: readonly KindDeclaration[], problems: Problems): void => {
  const found = new Set(db.prepare(`SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')`).pluck().all());
  const triggers = [...fixedSchema(), ...kinds.flatMap(kindSchema)].filter((sql) => sql.startsWith('CREATE TRIGGER'));
  for (const sql of triggers)
    if (!found.has(sql)) problems.add(`保护 ${sql.split(' ')[2]}`, '防止修改日志和历史版本的触发器被移除或改动');
  for (const { name, sql } of viewsOf(kinds)) if (!found.has(sql)) problems.add(`视图 ${name}`, '视图被移除或改动');
};

/** 统计数核对: counted again from the records, into a table of this connection that takes the name of the kept one. */
const verifyFacts = (db: Sqlite, kind: KindDeclaration, problems: Problems): void => {
  const table = `stat_${tableOf(kind.id)}`;
  const [, create = ''] = factTable(kind);
  db.exec(create.replace('CREATE TABLE', 'CREATE TEMP TABLE'));
  try {
    for (const office of db.prepare('SELECT id FROM office').pluck().all()) countAll(db, kind, Number(office)).flush();
    const differing = db
      .prepare(
        `SELECT cube, period, d1, d2, d3 FROM (SELECT * FROM temp.${table} EXCEPT SELECT * FROM main.${table})
         UNION SELECT cube, period, d1, d2, d3 FROM (SELECT * FROM main.${table} EXCEPT SELECT * FROM temp.${table}) ORDER BY 1, 2 LIMIT 20`,
      )
      .raw()
      .all() as string[][];
    for (const [cube = '', period = '', ...values] of differing) {
      const [by = '', ...only] = cube.split('|');
      const titles = by.split(',').map((id) => kind.fields.find((field) => field.id === id)?.title ?? id);
      problems.add(
        `统计数 ${kind.title}（${titles.join('、') || '合计'}${only.map((each) => `，${each.split('=')[1]?.replaceAll(',', '或')}`).join('')}）${period} ${values.filter((value) => value !== '').join('、')}`.trim(),
        '与按记录重新计数的结果不同',
      );
    }
  } finally {
    db.exec(`DROP TABLE temp.${table}`);
  }
};
