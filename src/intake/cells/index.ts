/** Field type -> the reader of its cells (取值器): one list, so that a new field type is one file and one line. */
import type { FieldDeclaration } from '../../domain/kind.js';
import type { IntakeSettings } from '../settings.js';
import type { CellReader } from './cell.js';
import { choiceReader, flagReader, listReader } from './choice.js';
import { dateReader } from './date.js';
import { identityReader } from './identity.js';
import { countReader, yearReader } from './number.js';
import { periodReader } from './period.js';
import { regionReader } from './region.js';
import { situationsReader } from './situations.js';
import { textReader } from './text.js';

export type { CellProblem, CellReader } from './cell.js';

export const cellReader = (field: FieldDeclaration, settings: IntakeSettings): CellReader => {
  switch (field.type) {
    case 'text':
      return textReader;
    case 'date':
      return dateReader(settings.today);
    case 'year':
      return yearReader;
    case 'count':
      return countReader;
    case 'choice':
      return field.choices ? choiceReader(field) : textReader;
    case 'list':
      return listReader(field);
    case 'region':
      return regionReader(settings.regions, settings.officeRegion);
    case 'identity':
      return identityReader;
    case 'situations':
      return situationsReader(settings.situations);
    case 'flag':
      return flagReader;
    case 'period':
      return periodReader;
  }
};
