// The seeded sheet of invented leads as YAML: a plain list, one mapping a lead, one key a line, values in quotation marks only
// where YAML would take them for something else, as a person types them.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const scalar = (cell) => (/^[\p{Script=Han}A-Za-z][^:#"]*$/u.test(cell) ? cell : JSON.stringify(cell));

export const writeYaml = (csv, path) => {
  const [headings, ...rows] = parse(readFileSync(csv));
  const file = openSync(path, 'w');
  for (const row of rows)
    writeSync(file, `- ${headings.map((heading, i) => `${heading}: ${scalar(row[i])}\n`).join('  ')}`);
  closeSync(file);
};

// `node yaml-leads.mjs FILE`: the yardstick, one parse of the whole file by the yaml package.
if (process.argv[1] === import.meta.filename) {
  const { parse: parseYaml } = await import('yaml');
  process.stdout.write(`${parseYaml(readFileSync(process.argv[2], 'utf8'), { schema: 'failsafe' }).length}\n`);
}
