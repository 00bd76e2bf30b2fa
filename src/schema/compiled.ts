/**
 * Our own schemas as ajv has compiled them, by name (编好的校验). Empty here, where the source runs as it is; the build compiles
 * them and puts them in (build.mjs), since compiling takes longer than checking a document ever does.
 */
import type { ValidateFunction } from 'ajv/dist/2020.js';

export type OwnSchema = 'config' | 'rule-file';

export const compiledSchema = (_name: OwnSchema): ValidateFunction | null => null;
