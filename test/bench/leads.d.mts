/** Types of leads.mjs, for the benchmarks that are TypeScript. */
export const writeLeads: (rows: number, path: string, seed?: number) => void;
