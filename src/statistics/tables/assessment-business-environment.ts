/** 法治化营商环境评估: the indicators that the assessment of the business environment takes from the mechanism. */
import { authorityFigures } from '../figures/authority-issues.js';
import { businessFigures } from '../figures/business.js';
import { correctionFigures } from '../figures/corrections.js';
import { reconsiderationFigures } from '../figures/reconsideration.js';
import { rectificationFigures } from '../figures/rectification.js';
import { supervisionFigures } from '../figures/supervision.js';
import { figuresTable } from '../figures-table.js';

export const assessmentBusinessEnvironment = figuresTable({
  id: 'assessment-business-environment',
  title: '法治化营商环境建设评估指标',
  askedBy: '营商环境评估',
  doc: '为法治化营商环境建设评估提供的指标',
  groups: [
    businessFigures,
    supervisionFigures,
    authorityFigures,
    correctionFigures,
    reconsiderationFigures,
    rectificationFigures,
  ],
});
