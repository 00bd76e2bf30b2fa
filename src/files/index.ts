/** The disk as the rest of the program sees it; the only room that imports node:fs. */
export { type AtomicWriter, createAtomicWriter, writeAtomic } from './atomic.js';
export { type Inputs, listInputs } from './inputs.js';
export { convertToPdf } from './office-program.js';
export {
  ensureFolder,
  exists,
  fileMode,
  fileSize,
  makePrivate,
  readBytes,
  readText,
  removeFile,
  unusedName,
} from './places.js';
export { openSource, type Source } from './source.js';
export { type Spooled, spoolStdin, temporaryName } from './spool.js';
