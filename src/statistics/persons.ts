/**
 * 追责问责人数 (persons held accountable): how persons are counted everywhere. A person counts once per case or lead,
 * however many rows and measures tell of them; 任期 sets apart the holders of one post.
 */
import type { CountQuery } from '../domain/counting.js';

export const PERSONS: CountQuery['measure'] = 'distinct:case_no,lead_no,name,post,agency,tenure';

export const PERSONS_NOTE = '人数按人计：同一案件（线索）中的同一人受几种处理，只计一人。';
