export { runCommand } from './run.ts';
export { languageOf, Misuse, type ExitCode, type Surroundings } from './surroundings.ts';
