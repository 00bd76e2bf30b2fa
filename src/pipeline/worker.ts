/**
 * The worker thread's entry: reads, validates and checks one part of a file and stays a few batches ahead of the ledger.
 * Messages in: the rules, an order, then `settle` and `finish`. Messages out: `batch` (null at the end), `end`, `fault`.
 */
import { parentPort } from 'node:worker_threads';
import { Failure } from '../domain/failure.js';
import type { LateReject } from '../intake/index.js';
// Not the room's index: it brings the parsers of rule files, which this thread does not need.
import { type Checker, compileChecker } from '../rules/checker.js';
import type { RuleFile } from '../rules/model.js';
import { type ReadBatch, Reading, type ReadingEnd, type ReadingOrder } from './reading.js';

export type ToWorker =
  /** Checked and linted already; compiled again here, since closures do not cross threads. `leads`: leads are to be expected. */
  | { readonly rules: RuleFile; readonly leads: boolean }
  | { readonly order: ReadingOrder }
  | { readonly settle: readonly LateReject[] }
  | { readonly finish: true };

/** A failure as plain data: class instances lose their class on the way between threads. */
export interface Fault {
  readonly known: Pick<Failure, 'exit' | 'code' | 'message' | 'hint' | 'findings'> | null;
  readonly name: string;
  readonly message: string;
}

export type FromWorker =
  | { readonly batch: ReadBatch | null }
  | { readonly end: ReadingEnd }
  | { readonly fault: Fault };

const faultOf = (thrown: unknown): Fault => ({
  known:
    thrown instanceof Failure
      ? { exit: thrown.exit, code: thrown.code, message: thrown.message, hint: thrown.hint, findings: thrown.findings }
      : null,
  name: thrown instanceof Error ? thrown.name : 'Error',
  message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
});

/** Batches under way between the threads: enough that neither waits, few enough that memory stays flat. */
const AHEAD = 4;

const port = parentPort;
if (port) {
  const post = (message: FromWorker): void => port.postMessage(message);
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (thrown) {
      post({ fault: faultOf(thrown) });
      port.close();
    }
  };
  /** Reads what it was ordered to; what it returns takes the messages that follow. */
  const begin = (order: ReadingOrder): ((message: ToWorker) => void) => {
    if (checker === null) throw new Error('an order before the rules');
    const reading = new Reading(order, checker);
    let ended = false;
    const read = (): void => {
      if (ended) return;
      const batch = reading.next();
      ended = batch === null;
      post({ batch });
    };
    for (let i = 0; i < AHEAD; i++) read();
    return (message) => {
      if ('settle' in message) {
        reading.settle(message.settle);
        read();
        return;
      }
      post({ end: reading.finish() });
      reading.close();
      port.close();
    };
  };
  let checker: Checker | null = null;
  let take: ((message: ToWorker) => void) | null = null;
  port.on('message', (message: ToWorker) =>
    guarded(() => {
      if ('rules' in message) {
        checker = compileChecker(message.rules);
        // While the other thread looks at the file and opens the ledger.
        if (message.leads) checker.ready();
      } else if ('order' in message) take = begin(message.order);
      else take?.(message);
    }),
  );
}
