/** 按专项工作: services of public lawyers by campaign, e.g. 建筑领域招投标专项整治. */
import { countTable } from '../count-table.js';

export const legalServiceByCampaign = countTable({
  id: 'legal-service-by-campaign',
  title: '法律服务按专项工作统计',
  askedBy: '纪委监委',
  doc: '为各专项整治提供了多少次法律咨询等服务',
  kind: 'legal-service',
  by: ['campaign'],
  split: 'service',
  counted: '服务次数',
  unit: '次',
});
