/** 法律服务按案件类别: services to petitions (信访), administrative disputes and others, by kind of service. */
import { countTable } from '../count-table.js';

export const legalServiceByClass = countTable({
  id: 'legal-service-by-class',
  title: '法律服务按案件类别统计',
  askedBy: '纪委监委',
  doc: '信访、行政纠纷类案件各得到多少次法律服务',
  kind: 'legal-service',
  by: ['case_class'],
  split: 'service',
  counted: '服务次数',
  unit: '次',
});
