/** 党风廉政建设评估: the indicators that the assessment of party conduct takes from the mechanism. */
import { accountabilityFigures } from '../figures/accountability.js';
import { conductFigures } from '../figures/conduct.js';
import { leadFigures } from '../figures/leads.js';
import { meetingFigures } from '../figures/meetings.js';
import { rectificationFigures } from '../figures/rectification.js';
import { trainingFigures } from '../figures/training.js';
import { typicalCaseFigures } from '../figures/typical-cases.js';
import { figuresTable } from '../figures-table.js';

export const assessmentPartyConduct = figuresTable({
  id: 'assessment-party-conduct',
  title: '党风廉政建设评估指标',
  askedBy: '党风廉政评估',
  doc: '为党风廉政建设评估提供的指标',
  groups: [
    leadFigures,
    conductFigures,
    typicalCaseFigures,
    accountabilityFigures,
    rectificationFigures,
    meetingFigures,
    trainingFigures,
  ],
});
