/**
 * Chooses the thread for reading a part: a small file is read here, since starting a thread costs more than it saves;
 * a large one in the worker, which reads, validates and checks ahead while this thread writes.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Failure } from '../domain/failure.js';
import type { KindDeclaration } from '../domain/kind.js';
import { exists, fileSize } from '../files/index.js';
import { Arrivals } from '../ledger/prepared.js';
import type { PlannedPart } from './import-plan.js';
import type { IntakeRequest } from './intake-request.js';
import { intakeSettings } from './intake-settings.js';
import {
  arrived,
  type BatchReader,
  type CheckedBatch,
  type ReadingEnd,
  type ReadingOrder,
  readHere,
} from './reading.js';
import type { FromWorker, ToWorker } from './worker.js';
import { resolved, type Workspace } from './workspace.js';

/** About a thousand leads: from this size on a thread of its own pays, and building indexes after the records. */
export const LARGE_BYTES = 1 << 20;

/** Standard input has no folder of its own: its rejects go to the working folder. */
const STDIN_REJECTS = '标准输入.rejects.csv';

/** Beside the built program; not there when a test runs the source. */
const WORKER_PATH = fileURLToPath(new URL('../pipeline/worker.js', import.meta.url));

export interface ReaderRequest extends IntakeRequest {
  readonly dryRun?: boolean;
  readonly rejects?: string | null;
}

/** A nursery that holds the batches under way: what is young when it is collected would be copied again and again. */
const NURSERY = { maxYoungGenerationSizeMb: 48 };

/** 读取线程: heard from its start on, so that nothing it says is lost while nobody waits for it yet. */
class ReadingThread {
  private readonly worker = new Worker(WORKER_PATH, { resourceLimits: NURSERY });
  private readonly messages: FromWorker[] = [];
  private waiting: ((message: FromWorker) => void) | null = null;

  constructor() {
    this.worker.on('message', (message: FromWorker) => this.arrive(message));
    this.worker.on('error', ({ name, message, stack }: Error) =>
      this.arrive({ fault: { known: null, name, message: stack ?? message } }),
    );
  }

  private arrive(message: FromWorker): void {
    if (this.waiting) this.waiting(message);
    else this.messages.push(message);
    this.waiting = null;
  }

  post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** What it says next; its fault is thrown. */
  async take(): Promise<Exclude<FromWorker, { readonly fault: unknown }>> {
    const message = this.messages.shift() ?? (await new Promise<FromWorker>((resolve) => (this.waiting = resolve)));
    if (!('fault' in message)) return message;
    const { known, name, message: said } = message.fault;
    if (known) throw new Failure(known.exit, known.code, known.message, known.hint, known.findings);
    const defect = new Error(`in the reading thread: ${name}`);
    defect.stack = said;
    throw defect;
  }

  end(): void {
    void this.worker.terminate();
  }
}

/**
 * Threads for reading. Where a large file is named, the first is started before anything is known of it: it comes up while
 * this thread reads the rules and opens the ledger.
 */
export class ReadingThreads {
  private ahead: ReadingThread | null;
  private rules: ToWorker | null = null;

  constructor(paths: readonly string[], workingFolder: string) {
    const files = paths.filter((path) => path !== '-').map((path) => resolved(workingFolder, path));
    const isLarge = (file: string): boolean => exists(file) && fileSize(file) >= LARGE_BYTES;
    this.ahead = exists(WORKER_PATH) && files.some(isLarge) ? new ReadingThread() : null;
  }

  /** The rules by which every thread checks; the one that waits gets ready meanwhile. */
  useRules(workspace: Workspace, { kind }: IntakeRequest): void {
    this.rules = {
      rules: workspace.rules().ruleFile,
      leads: kind === null || workspace.kindNamed(kind).assessed === true,
    };
    this.ahead?.post(this.rules);
  }

  next(): ReadingThread {
    const { ahead, rules } = this;
    this.ahead = null;
    if (ahead) return ahead;
    if (rules === null) throw new Error('a reading thread before the rules');
    const thread = new ReadingThread();
    thread.post(rules);
    return thread;
  }

  /** Ends the thread that nobody needed. */
  end(): void {
    this.ahead?.end();
    this.ahead = null;
  }
}

/** Work that may need threads for reading; ends what is left of them. */
export const withThreads = async <Result>(
  request: IntakeRequest,
  workingFolder: string,
  work: (threads: ReadingThreads) => Promise<Result>,
): Promise<Result> => {
  const threads = new ReadingThreads(request.paths, workingFolder);
  try {
    return await work(threads);
  } finally {
    threads.end();
  }
};

export const openReader = (
  part: PlannedPart,
  request: ReaderRequest,
  workspace: Workspace,
  threads: ReadingThreads,
): BatchReader => {
  const order: ReadingOrder = {
    inspection: part.inspection,
    part: part.part,
    settings: {
      ...intakeSettings(workspace, request, {
        wanted: request.dryRun === false,
        path: request.rejects ?? (part.shown === '-' ? STDIN_REJECTS : null),
      }),
      ...(part.workbook ? { workbook: part.workbook } : {}),
    },
    officeRegion: workspace.config.office.region,
  };
  return part.size < LARGE_BYTES || !exists(WORKER_PATH)
    ? readHere(order, workspace.rules().checker)
    : readInWorker(order, workspace.kindNamed(part.kind), threads.next());
};

const readInWorker = (order: ReadingOrder, kind: KindDeclaration, thread: ReadingThread): BatchReader => {
  const arrivals = new Arrivals(kind);
  thread.post({ order });
  return {
    next: async (): Promise<CheckedBatch | null> => {
      const message = await thread.take();
      return 'batch' in message ? arrived(message.batch, arrivals) : null;
    },
    settle: (rejected) => thread.post({ settle: rejected }),
    finish: async (): Promise<ReadingEnd> => {
      thread.post({ finish: true });
      for (;;) {
        const message = await thread.take();
        if ('end' in message) return message.end;
      }
    },
    close: () => thread.end(),
  };
};
