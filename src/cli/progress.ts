/**
 * A progress line on stderr, on a terminal only: records, records a second, time left. cli-progress is loaded when the
 * first record is told, so that a small import does not pay for it, and the cursor is restored on every way out.
 */
import type { Progress } from '../pipeline/progress.js';
import type { Invocation } from './command.js';

/** Runs the work with a progress function that draws nothing in a pipe or under --quiet or --json. */
export const withProgress = async <Result>(
  { io, globals }: Invocation,
  unit: string,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> => {
  if (!io.talkIsTerminal || globals.quiet || globals.json) return work(() => undefined);
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `{bar} {percentage}%  已读 {records} ${unit}  每秒 {speed} ${unit}  剩余 {eta_formatted}`,
    barCompleteChar: '▇',
    barIncompleteChar: ' ',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    fps: 5,
    etaBuffer: 50,
  });
  const from = performance.now();
  let started = false;
  try {
    return await work(({ done, total, records }) => {
      if (!started) bar.start(total, 0, { records: 0, speed: 0 });
      started = true;
      // The next file of several has a size of its own.
      if (bar.getTotal() !== total) bar.setTotal(total);
      bar.update(done, { records, speed: Math.round((records * 1000) / (performance.now() - from)) });
    });
  } finally {
    if (started) bar.stop();
  }
};
