/** A place that cannot be written (写不进去) is the person's to mend, not a defect: folders that are files, or not theirs. */
import { Failure } from '../domain/failure.js';
import { systemCode } from './system-error.js';

const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR']);

export const unwritable = (folder: string): Failure =>
  new Failure(2, 'file-unwritable', `不能在“${folder}”写入文件`, '请检查该文件夹是否存在、可写，或换一个位置');

/** Does what writes into a folder; a refusal of the system becomes a failure that names the folder. */
export const writingIn = <T>(folder: string, write: () => T): T => {
  try {
    return write();
  } catch (thrown) {
    throw REFUSALS.has(systemCode(thrown) ?? '') ? unwritable(folder) : thrown;
  }
};
