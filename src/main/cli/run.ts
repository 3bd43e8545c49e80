import { CommanderError } from 'commander';
import { misuseOf } from './misused.ts';
import { programFor } from './program.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

/** Runs one command line. Never throws: what goes wrong is one line on standard error, and the exit code says of what sort it is. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    await programFor(around, (ended) => { code = ended; }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      const text = misuseOf(error);
      if (text) around.note(`${text[around.language]}\n`);
      return text ? 2 : 0;
    }
    if (error instanceof Misuse) around.note(`${error.text[around.language]}\n`);
    else around.note(`${around.language === 'zh' ? '没有做成，原因不明' : 'it could not be done'}${around.language === 'zh' ? '：' : ': '}${oneLine(error)}\n`);
    return 2;
  }
}

function oneLine(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first.slice(0, 300);
}
