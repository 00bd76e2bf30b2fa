/** Runs every *.scenario beside this file against the built program. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario, runScenario } from './scenarios/scenario.js';

const FOLDER = new URL('./scenarios/', import.meta.url);

describe('the program, as a person runs it', () => {
  for (const name of readdirSync(FOLDER)
    .filter((each) => each.endsWith('.scenario'))
    .sort()) {
    const source = readFileSync(new URL(name, FOLDER), 'utf8');
    const title = source.split('\n', 1)[0]?.replace(/^# /, '') ?? '';
    it(`${name}: ${title}`, () => {
      const steps = parseScenario(source);
      expect(steps.some((step) => step.verb === 'run')).toBe(true);
      expect(runScenario(steps).join('\n')).toBe('');
    });
  }
});
