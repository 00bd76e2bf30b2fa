/**
 * 主送机关: which discipline-inspection commission receives a lead, from the office's own list in xingji.yaml, by region and
 * level. Never defaulted: a lead without a listed receiver is told as such, because a letter sent to the wrong commission
 * lets out what the right one should have kept.
 */
import type { Value } from '../domain/kind.js';
import type { Receiver } from '../domain/office.js';

/** Where a lead belongs: its 行政区划 and 层级. */
export interface LeadPlace {
  readonly region: Value | undefined;
  readonly level: Value | undefined;
}

/**
 * The receiver's name, or null. A lead of level 市 goes to the city's commission even where the region names one of its
 * counties: an agency of the city that acted in a county is under the city's commission (干部管理权限).
 */
export const receiverFor = (lead: LeadPlace, receivers: readonly Receiver[]): string | null => {
  if (typeof lead.region !== 'string') return null;
  const code = lead.level === '市' ? `${lead.region.slice(0, 4)}00` : lead.region;
  const name = receivers.find((receiver) => receiver.region === code)?.name.trim();
  return name === undefined || name === '' ? null : name;
};
