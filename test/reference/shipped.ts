/** The data folder that ships with the program. */
import { fileURLToPath } from 'node:url';

export const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
