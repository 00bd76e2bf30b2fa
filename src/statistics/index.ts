/**
 * 统计表目录 (the list of statistics tables), in the order in which `report --list` prints them.
 * A new table is one file in tables/ and one line below; the command's help and the docs are derived from this list.
 */
import type { StatisticsTable } from './table.js';
import { accountabilityByMeasure } from './tables/accountability-by-measure.js';
import { accountabilityByRank } from './tables/accountability-by-rank.js';
import { leadsByAgency } from './tables/leads-by-agency.js';
import { leadsByChannel } from './tables/leads-by-channel.js';
import { leadsByConduct } from './tables/leads-by-conduct.js';
import { leadsByRegion } from './tables/leads-by-region.js';
import { leadsBySituation } from './tables/leads-by-situation.js';
import { legalService } from './tables/legal-service.js';
import { overview } from './tables/overview.js';
import { reconsiderationByYear } from './tables/reconsideration-by-year.js';
import { supervisionByAgency } from './tables/supervision-by-agency.js';
import { typicalCases } from './tables/typical-cases.js';

export const TABLES: readonly StatisticsTable[] = Object.freeze([
  overview,
  leadsBySituation,
  leadsByChannel,
  leadsByAgency,
  leadsByRegion,
  leadsByConduct,
  accountabilityByRank,
  accountabilityByMeasure,
  typicalCases,
  reconsiderationByYear,
  supervisionByAgency,
  legalService,
]);
