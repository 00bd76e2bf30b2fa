/**
 * 统计表目录 (the list of statistics tables), in the order in which `report --list` prints them: grouped by who asks for them.
 * A new table is one file in tables/ and one line below; the command's help and the docs are derived from this list.
 */
import { completeTable } from '../complete-table.js';
import type { StatisticsTable } from '../table.js';
import { accountabilityByMeasure } from './accountability-by-measure.js';
import { accountabilityByRank } from './accountability-by-rank.js';
import { accountabilityByRegion } from './accountability-by-region.js';
import { accountabilityByRole } from './accountability-by-role.js';
import { assessmentAntiCorruption } from './assessment-anti-corruption.js';
import { assessmentBusinessEnvironment } from './assessment-business-environment.js';
import { assessmentPartyConduct } from './assessment-party-conduct.js';
import { authorityIssues } from './authority-issues.js';
import { correctionByAgency } from './correction-by-agency.js';
import { correctionByArea } from './correction-by-area.js';
import { correctionByWay } from './correction-by-way.js';
import { correctionLedger } from './correction-ledger.js';
import { correctionRate } from './correction-rate.js';
import { correctionRateByYear } from './correction-rate-by-year.js';
import { countyProgress } from './county-progress.js';
import { disposalTimeliness } from './disposal-timeliness.js';
import { dispositionsByStage } from './dispositions-by-stage.js';
import { exams } from './exams.js';
import { honors } from './honors.js';
import { inactionByAgency } from './inaction-by-agency.js';
import { inspectionPlan } from './inspection-plan.js';
import { inspectionYield } from './inspection-yield.js';
import { inspections } from './inspections.js';
import { interviews } from './interviews.js';
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
import { legalServiceByClass } from './legal-service-by-class.js';
import { materialSupply } from './material-supply.js';
import { meetingItems } from './meeting-items.js';
import { meetings } from './meetings.js';
import { noticeReceipts } from './notice-receipts.js';
import { noticesByState } from './notices-by-state.js';
import { notifications } from './notifications.js';
import { overview } from './overview.js';
import { reconsiderationByArea } from './reconsideration-by-area.js';
import { reconsiderationByResult } from './reconsideration-by-result.js';
import { reconsiderationByYear } from './reconsideration-by-year.js';
import { rectificationByRegion } from './rectification-by-region.js';
import { rectificationBySource } from './rectification-by-source.js';
import { rectifications } from './rectifications.js';
import { regionRollup } from './region-rollup.js';
import { repeatedProblems } from './repeated-problems.js';
import { retrievals } from './retrievals.js';
import { rootCauses } from './root-causes.js';
import { supervisedTasks } from './supervised-tasks.js';
import { supervisedTasksByOrigin } from './supervised-tasks-by-origin.js';
import { supervisionByAgency } from './supervision-by-agency.js';
import { supportRequests } from './support-requests.js';
import { training } from './training.js';
import { transferOutcomes } from './transfer-outcomes.js';
import { transferTimeliness } from './transfer-timeliness.js';
import { typicalCases } from './typical-cases.js';
import { zeroTransfer } from './zero-transfer.js';

export const TABLES: readonly StatisticsTable[] = Object.freeze(
  [
    // 市委
    overview,
    regionRollup,
    leadFunnel,
    leadTrend,
    accountabilityByRegion,
    typicalCases,
    zeroTransfer,
    countyProgress,
    interviews,
    supervisedTasks,
    supervisedTasksByOrigin,
    rectificationBySource,
    inspectionPlan,
    honors,
    // 组织部
    inactionByAgency,
    leadsByConduct,
    accountabilityByRole,
    retrievals,
    // 纪委监委
    leadsByAgency,
    noticesByState,
    noticeReceipts,
    transferOutcomes,
    disposalTimeliness,
    dispositionsByStage,
    accountabilityByRank,
    accountabilityByMeasure,
    meetings,
    notifications,
    supportRequests,
    inspectionYield,
    rectificationByRegion,
    rootCauses,
    repeatedProblems,
    legalService,
    legalServiceByCampaign,
    legalServiceByClass,
    // 市委巡察
    correctionLedger,
    correctionByAgency,
    correctionByArea,
    correctionByWay,
    correctionRate,
    correctionRateByYear,
    materialSupply,
    // 法治建设办
    leadsBySituation,
    leadsByChannel,
    leadsByRegion,
    leadsByDomain,
    transferTimeliness,
    reconsiderationByYear,
    reconsiderationByArea,
    reconsiderationByResult,
    supervisionByAgency,
    inspections,
    meetingItems,
    rectifications,
    authorityIssues,
    training,
    exams,
    // 营商环境评估
    assessmentBusinessEnvironment,
    leadsByTag,
    // 党风廉政评估
    assessmentPartyConduct,
    // 反腐败评估
    assessmentAntiCorruption,
  ].map(completeTable),
);
