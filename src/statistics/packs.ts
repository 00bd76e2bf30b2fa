/**
 * 报表包 (packs): tables that go out together: what the office sends every month, and what each of the three assessments needs.
 * A pack only names tables; each stands in it as it would by itself.
 */
import type { StatisticsTable } from './table.js';
import { TABLES } from './tables/index.js';

export interface ReportPack {
  readonly id: string;
  /** Chinese: heads the document and names its files. */
  readonly title: string;
  readonly askedBy: string;
  readonly tables: readonly StatisticsTable[];
}

const pack = (id: string, title: string, askedBy: string, ids: readonly string[]): ReportPack => ({
  id,
  title,
  askedBy,
  tables: ids.map((each) => {
    const table = TABLES.find((candidate) => candidate.id === each);
    if (!table) throw new Error(`statistics: pack ${id} names no table ${each}`);
    return table;
  }),
});

export const PACKS: readonly ReportPack[] = Object.freeze([
  pack('monthly', '“行纪衔接”工作机制运行月报', '市委', [
    'overview',
    'region-rollup',
    'lead-funnel',
    'leads-by-situation',
    'leads-by-channel',
    'leads-by-agency',
    'notices-by-state',
    'transfer-timeliness',
    'notice-receipts',
    'transfer-outcomes',
    'disposal-timeliness',
    'zero-transfer',
    'accountability-by-rank',
    'typical-cases',
    'inaction-by-agency',
    'correction-ledger',
    'reconsideration-by-result',
    'supervision-by-agency',
    'inspections',
    'meeting-items',
    'supervised-tasks',
    'rectification-by-source',
    'legal-service',
    'training',
  ]),
  pack('business-environment', '法治化营商环境建设评估材料', '营商环境评估', [
    'assessment-business-environment',
    'leads-by-tag',
    'leads-by-domain',
    'reconsideration-by-year',
    'reconsideration-by-area',
    'correction-by-area',
    'correction-rate',
    'supervision-by-agency',
    'authority-issues',
    'inspection-yield',
    'rectification-by-source',
  ]),
  pack('party-conduct', '党风廉政建设评估材料', '党风廉政评估', [
    'assessment-party-conduct',
    'leads-by-conduct',
    'leads-by-agency',
    'accountability-by-rank',
    'accountability-by-measure',
    'accountability-by-role',
    'typical-cases',
    'repeated-problems',
    'root-causes',
    'rectification-by-region',
    'training',
    'exams',
  ]),
  pack('anti-corruption', '反腐败工作评估材料', '反腐败评估', [
    'assessment-anti-corruption',
    'lead-funnel',
    'leads-by-situation',
    'transfer-timeliness',
    'notice-receipts',
    'transfer-outcomes',
    'disposal-timeliness',
    'dispositions-by-stage',
    'accountability-by-measure',
    'legal-service-by-campaign',
    'inspection-yield',
    'support-requests',
  ]),
]);
