/** 反腐败工作评估: the indicators that the assessment of the work against corruption takes from the mechanism. */
import { accountabilityFigures } from '../figures/accountability.js';
import { dispositionFigures } from '../figures/dispositions.js';
import { inspectionFigures } from '../figures/inspections.js';
import { leadFigures } from '../figures/leads.js';
import { lawyerFigures, legalServiceFigures } from '../figures/legal-service.js';
import { figuresTable } from '../figures-table.js';

export const assessmentAntiCorruption = figuresTable({
  id: 'assessment-anti-corruption',
  title: '反腐败工作评估指标',
  askedBy: '反腐败评估',
  doc: '为反腐败工作评估提供的指标',
  groups: [
    leadFigures,
    dispositionFigures,
    accountabilityFigures,
    inspectionFigures,
    lawyerFigures,
    legalServiceFigures,
  ],
});
