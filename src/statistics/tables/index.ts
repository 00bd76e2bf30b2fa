/**
 * 统计表目录 (the list of statistics tables), in the order in which `report --list` prints them.
 * A new table is one file in tables/ and one line below; the command's help and the docs are derived from this list.
 */
import { completeTable } from '../complete-table.js';
import type { StatisticsTable } from '../table.js';
import { accountabilityByMeasure } from './accountability-by-measure.js';
import { accountabilityByRank } from './accountability-by-rank.js';
import { accountabilityByRegion } from './accountability-by-region.js';
import { accountabilityByRole } from './accountability-by-role.js';
import { dispositionsByStage } from './dispositions-by-stage.js';
import { inactionByAgency } from './inaction-by-agency.js';
import { leadFunnel } from './lead-funnel.js';
import { leadTrend } from './lead-trend.js';
import { leadsByAgency } from './leads-by-agency.js';
import { leadsByChannel } from './leads-by-channel.js';
import { leadsByConduct } from './leads-by-conduct.js';
import { leadsByDomain } from './leads-by-domain.js';
import { leadsByRegion } from './leads-by-region.js';
import { leadsBySituation } from './leads-by-situation.js';
import { leadsByTag } from './leads-by-tag.js';
import { legalService } from './legal-service.js';
import { legalServiceByCampaign } from './legal-service-by-campaign.js';
import { overview } from './overview.js';
import { reconsiderationByYear } from './reconsideration-by-year.js';
import { regionRollup } from './region-rollup.js';
import { supervisionByAgency } from './supervision-by-agency.js';
import { typicalCases } from './typical-cases.js';

export const TABLES: readonly StatisticsTable[] = Object.freeze(
  [
    overview,
    regionRollup,
    leadFunnel,
    leadTrend,
    leadsBySituation,
    leadsByChannel,
    leadsByAgency,
    leadsByRegion,
    leadsByConduct,
    leadsByDomain,
    leadsByTag,
    inactionByAgency,
    dispositionsByStage,
    accountabilityByRank,
    accountabilityByMeasure,
    accountabilityByRegion,
    accountabilityByRole,
    typicalCases,
    reconsiderationByYear,
    supervisionByAgency,
    legalService,
    legalServiceByCampaign,
  ].map(completeTable),
);
