/**
 * The help of all commands (命令一览) as text. It is empty here: the build runs the program once and puts in what it says
 * (build.mjs), because laying it out anew takes longer than all else that `xingji --help` does.
 */
export const OVERVIEW: string = '';
