/** 线索处置: leads that the commission signed for, put on file and concluded; leads, never rows of feedback. */
import { CountIndex, countQuery } from '../counts.js';
import type { FigureGroup } from './figure.js';

const STAGES = ['签收', '立案', '移送司法', '办结'] as const;

export const dispositionFigures: FigureGroup = {
  title: '线索处置',
  kinds: ['disposition'],
  queries: (context) =>
    STAGES.map((stage) => countQuery(context, { kind: 'disposition', by: ['lead_no'], where: { stage: [stage] } })),
  build: (answers) =>
    STAGES.map((stage, i) => ({
      item: `${stage}线索`,
      value: new CountIndex(answers[i]).tuples.filter(([lead]) => lead !== null).length,
      unit: '件',
    })),
};
