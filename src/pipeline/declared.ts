/**
 * The digest of what the ledger makes of the program's own kinds (src/ledger/declaration.ts), null here: the build works it out
 * (build.mjs), since every call that opens a ledger asks for it. The value lists of an office do not enter into it.
 */
export const OWN_DECLARATION: string | null = null;
