/**
 * 移送函 (transfer notices): what the pipeline asks of this room. Steps of a notice's life as pure decisions, and letters
 * as worded values; recording is the ledger's, layout is render's.
 */
export { composeLetter } from './compose.js';
export { type DueItem, type DueList, type DueSettings, type DueSubject, dueItems, noticeEvents } from './due.js';
export { feedbackDay, feedbackLimit } from './feedback.js';
export type { LetterInput, LetterProcess, MetSituation, ValuesById } from './letter-input.js';
export { formatNumber, type NoticeNumber, parseNumber } from './number.js';
export { adoptPast } from './past.js';
export { type NoticePlan, type PlanContext, planNotices } from './plan.js';
export { receiverFor } from './receiver.js';
export { composeDocuments } from './sheets.js';
export { checkStep, isRefusal, type ManualStep, STEP_TITLES, type StepOptions, stepsOpen } from './steps.js';
