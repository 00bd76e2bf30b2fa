/** 按职务类别: persons held accountable by the role they held (政府分管负责人, 部门主要负责人 …). */
import { countTable } from '../count-table.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';
export const accountabilityByRole = countTable({
  id: 'accountability-by-role',
  title: '追责问责人员按职务类别统计',
  askedBy: '组织部',
  doc: '政府分管负责人、部门主要负责人等各有多少人',
  kind: 'accountability',
  measure: PERSONS,
  counted: '人数',
  unit: '人',
  notes: [PERSONS_NOTE],
  by: ['role'],
});
