import type { Language, Text } from '#engine';

/** What a command may use of the world around it. Tests give their own. */
export interface Surroundings {
  readonly language: Language;
  readonly folder: string;
  /** Standard output: the answer, nothing else. */
  out(text: string): void;
  /** Standard error: notes, progress, why something cannot be done. */
  note(text: string): void;
  /** Whether somebody watches standard error on a terminal. */
  readonly watched: boolean;
}

/** What a command ends with: 0 good, 1 found something, 2 misused. */
export type ExitCode = 0 | 1 | 2;

/** The command was not used rightly (a missing file, a bad option): one line, exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  constructor(readonly text: Text) { super(text.en); }
}

/**
 * The language a command speaks: what `--lang` says, else the shell's. A shell that says none (unset, `C`, `POSIX`, `C.UTF-8`: how
 * machines are installed, not how people read) gets the product's first language; one that speaks another than our two gets English.
 */
export function languageOf(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const said = at < 0 ? undefined : args[at]?.split('=')[1] ?? args[at + 1];
  const surrounding = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const asked = said === 'zh' || said === 'en' ? said : surrounding;
  return /^(|c|posix|zh)([._@-]|$)/i.test(asked) ? 'zh' : 'en';
}
