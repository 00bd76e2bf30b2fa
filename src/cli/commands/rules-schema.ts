/** `xingji rules schema`: the JSON Schema of rule files for editors (completion, hints, checks). */
import { EXIT } from '../../domain/failure.js';
import type { CommandBody } from '../command.js';

export const rulesSchema: CommandBody = {
  examples: ['xingji rules schema > rules/seven-situations.schema.json'],
  run: async ({ io }) => {
    const pipeline = await import('../../pipeline/rule-work.js');
    io.write(`${JSON.stringify(pipeline.rulesSchema(), null, 2)}\n`);
    return EXIT.done;
  },
};
