/** 法律服务: services by lawyer, the kinds of service (法律咨询, 法律适用, 法律指导) as columns. */
import { countTable } from '../count-table.js';

export const legalService = countTable({
  id: 'legal-service',
  title: '公职律师法律服务统计',
  askedBy: '纪委监委',
  doc: '每名公职律师提供各类法律服务的次数',
  kind: 'legal-service',
  by: ['lawyer'],
  split: 'service',
  counted: '服务次数',
  unit: '次',
  notes: ['只列出提供过服务的律师。'],
});
