/**
 * The list of record kinds, in the order in which files of one call are recorded: leads before what refers to them.
 * A new kind is one file here and one line below; nothing else needs to know.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { accountability } from './accountability.js';
import { disposition } from './disposition.js';
import { lead } from './lead.js';
import { legalService } from './legal-service.js';
import { publicLawyer } from './public-lawyer.js';
import { reconsiderationYear } from './reconsideration-year.js';
import { subject } from './subject.js';
import { supervision } from './supervision.js';
import { typicalCase } from './typical-case.js';

export const KINDS: readonly KindDeclaration[] = [
  lead,
  subject,
  disposition,
  typicalCase,
  accountability,
  reconsiderationYear,
  supervision,
  publicLawyer,
  legalService,
];
