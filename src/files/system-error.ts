/** The system's own word for why it refused (ENOENT, EACCES …); undefined where something else was thrown. */
export const systemCode = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
