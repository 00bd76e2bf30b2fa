/** The list of operators (条件写法) of the rule language, in the order in which documents and the editor show them. */
import { after } from './after.js';
import { all } from './all.js';
import { any } from './any.js';
import { atLeast } from './at-least.js';
import { atLeastOf } from './at-least-of.js';
import { atMost } from './at-most.js';
import { before } from './before.js';
import { follows } from './follows.js';
import { isIn } from './in.js';
import { inForce } from './in-force.js';
import { is } from './is.js';
import { meets } from './meets.js';
import { not } from './not.js';
import type { Operator } from './operator.js';
import { present } from './present.js';
import { says } from './says.js';
import { together } from './together.js';
import { weigh } from './weigh.js';

export const OPERATORS: readonly Operator[] = Object.freeze([
  all,
  any,
  not,
  atLeastOf,
  weigh,
  meets,
  says,
  together,
  follows,
  is,
  isIn,
  atLeast,
  atMost,
  before,
  after,
  present,
  inForce,
]);

const BY_NAME: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((operator) => [operator.name, operator]));

/** The operator of that name; the schema has refused any other before this is asked. */
export const operatorNamed = (name: string): Operator => {
  const operator = BY_NAME.get(name);
  if (!operator) throw new RangeError(`no operator "${name}"`);
  return operator;
};
