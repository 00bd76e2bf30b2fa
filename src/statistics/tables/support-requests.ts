/** 措施配合和业务支持: who asked whom for help, how often, and how much of it is done. */
import { figureTable } from '../figure-table.js';

const KIND = 'support-request';

export const supportRequests = figureTable({
  id: 'support-requests',
  title: '措施配合和业务支持统计',
  askedBy: '纪委监委',
  doc: '双方互相请求措施配合、业务支持各几次，办结几次',
  by: 'requester',
  figures: [
    { id: 'count', title: '请求次数', unit: '次', kind: KIND },
    { id: 'measures', title: '措施配合', unit: '次', kind: KIND, where: () => ({ support: ['措施配合'] }) },
    { id: 'expertise', title: '业务支持', unit: '次', kind: KIND, where: () => ({ support: ['业务支持'] }) },
    {
      id: 'done',
      title: '已完成',
      unit: '次',
      kind: KIND,
      keep: { fields: ['done_on'], passes: ([day]) => day !== null },
    },
  ],
  chart: { kind: 'bars', unit: '次', figures: ['measures', 'expertise'] },
});
