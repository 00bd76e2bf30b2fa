/** 图 of count tables: which picture a count table's numbers make. Read off the rows, so that chart and table agree. */
import type { Chart } from '../domain/chart.js';
import type { Cell, TableBody, TableColumn } from '../domain/table.js';

/** More names than this do not fit under each other; the table has them all. */
const SHOWN = 15;

const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/**
 * trend where there are period columns, heat where regions stand against several columns, else bars. Nothing for a table
 * of several dimensions, of which no plain picture exists, nor for one whose numbers are all 0.
 */
export const chartsOf = (
  title: string,
  body: TableBody,
  across: readonly TableColumn[],
  shape: { readonly periods: boolean; readonly regions: boolean; readonly dimensions: number },
): readonly Chart[] => {
  const name = body.columns[0];
  const count = body.columns.find((column) => column.id === 'count');
  if (!name || !count || shape.dimensions !== 1 || !body.rows.some((row) => number(row.count) !== 0)) return [];
  const unit = count.unit ?? '';
  const valuesOf = (row: TableBody['rows'][number]): readonly (number | null)[] =>
    across.map((column) => number(row[column.id]));
  if (shape.periods)
    return [
      {
        kind: 'trend',
        title: `${title}：走势`,
        unit,
        categories: across.map((column) => column.title),
        series: [
          ...(body.totals ? [{ name: '合计', values: valuesOf(body.totals) }] : []),
          ...body.rows.slice(0, 5).map((row) => ({ name: text(row[name.id]), values: valuesOf(row) })),
        ],
      },
    ];
  if (shape.regions && across.length > 1)
    return [
      {
        kind: 'heat',
        title: `${title}：分布`,
        unit,
        categories: across.map((column) => column.title),
        series: body.rows.map((row) => ({ name: text(row[name.id]), values: valuesOf(row) })),
      },
    ];
  const shown = body.rows.slice(0, SHOWN);
  const compared = body.columns.find((column) => column.id === 'base');
  return [
    {
      kind: 'bars',
      title: body.rows.length > SHOWN ? `${title}：前 ${SHOWN} 位` : title,
      unit,
      categories: shown.map((row) => text(row[name.id])),
      series: [
        { name: count.title, values: shown.map((row) => number(row.count)) },
        ...(compared ? [{ name: compared.title, values: shown.map((row) => number(row.base)) }] : []),
      ],
    },
  ];
};
