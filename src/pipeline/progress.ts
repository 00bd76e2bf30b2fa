/** Progress (进度) of a long work, told to whoever wants to draw it: bytes done of all bytes, and records so far. */
export type Progress = (state: { readonly done: number; readonly total: number; readonly records: number }) => void;
