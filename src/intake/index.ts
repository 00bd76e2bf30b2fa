/** From a file to valid records of one kind, with findings and a rejects file. */
export { type InspectedPart, type Inspection, inspectInput } from './inspection.js';
export { type Intake, type IntakeEnd, type LateReject, openIntake } from './intake.js';
export type { HeadingAlias, IntakeSettings } from './settings.js';
export { type PreparedInput, prepareInput } from './workbook-input.js';
