/** 纠错案件台账: the corrected acts one by one, as handed to the city's inspection teams (市委巡察) as evidence. */
import { listTable } from '../list-table.js';

export const correctionLedger = listTable({
  id: 'correction-ledger',
  title: '行政执法纠错案件台账',
  askedBy: '市委巡察',
  doc: '纠错案件逐件列出，提供给巡察组作佐证和参考',
  kind: 'correction',
  fields: ['case_no', 'agency', 'area', 'act', 'organ', 'way', 'reason', 'initiative', 'effective_on', 'rectified_on'],
});
