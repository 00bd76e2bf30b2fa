/** Finding a lead by its number, with the nearest number where there is none. */
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import type { Ledger, StoredLead } from '../ledger/index.js';

export const requireLead = (ledger: Ledger, leadNo: string): StoredLead => {
  const found = ledger.lead(leadNo);
  if (found) return found;
  const near = nearest(leadNo, ledger.leadNumbersLike(leadNo));
  throw new Failure(
    EXIT.usage,
    'lead-unknown',
    `台账中没有线索“${leadNo}”`,
    `${near ? `是否指“${near}”？` : ''}用 xingji lead list 或 xingji search 查找`,
  );
};
