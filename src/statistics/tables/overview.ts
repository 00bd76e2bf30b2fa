/**
 * 总览 (overview): one row per figure of the mechanism, the table that opens every report. Its figures come group by
 * group from figures/.
 */
import { accountabilityFigures } from '../figures/accountability.js';
import { leadFigures } from '../figures/leads.js';
import { lawyerFigures, legalServiceFigures } from '../figures/legal-service.js';
import { reconsiderationFigures } from '../figures/reconsideration.js';
import { supervisionFigures } from '../figures/supervision.js';
import { typicalCaseFigures } from '../figures/typical-cases.js';
import { figuresTable } from '../figures-table.js';

export const overview = figuresTable({
  id: 'overview',
  title: '“行纪衔接”工作机制运行情况总览',
  askedBy: '市委',
  doc: '机制运行的主要数字一表看全，用于汇报和通报',
  groups: [
    leadFigures,
    typicalCaseFigures,
    accountabilityFigures,
    supervisionFigures,
    reconsiderationFigures,
    lawyerFigures,
    legalServiceFigures,
  ],
});
