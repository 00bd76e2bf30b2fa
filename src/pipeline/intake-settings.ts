/** What intake needs to know, gathered from the workspace as plain data: it may be posted to the worker thread. */
import type { IntakeSettings } from '../intake/index.js';
import type { IntakeRequest } from './intake-request.js';
import { resolved, type Workspace } from './workspace.js';

/** Records per batch: large enough that a message between threads costs nothing, small enough to stay in the cache. */
const BATCH = 100;

export const intakeSettings = (
  workspace: Workspace,
  request: IntakeRequest,
  rejects: { readonly wanted: boolean; readonly path: string | null },
): IntakeSettings => ({
  kinds: workspace.kinds,
  ...(request.kind === null ? {} : { kind: workspace.kindNamed(request.kind).id }),
  encoding: request.encoding,
  ...(request.sheet === null ? {} : { sheet: request.sheet }),
  situations: workspace.rules().checker.situations,
  regions: workspace.reference.regions,
  officeRegion: workspace.config.office.region,
  headings: workspace.reference.headings,
  today: workspace.today,
  rejects: {
    wanted: rejects.wanted,
    ...(rejects.path === null ? {} : { path: resolved(workspace.surroundings.workingFolder, rejects.path) }),
  },
  batchSize: BATCH,
});
