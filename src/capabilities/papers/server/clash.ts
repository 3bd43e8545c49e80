import { unavailable } from '#platform/operations/index.ts';

const UNIQUE_VIOLATION = '23505';
/** Whoever was beaten saw somebody else get on; so many of other processes ahead of one are many more than people can press. */
const ATTEMPTS = 30;

/**
 * Does something again when somebody else took the number it meant to take (the next event of a stream, the next print of a form).
 * @throws Failure 503 when others were quicker again and again; what the work throws otherwise.
 */
export async function againOnClash<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const clash = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
      if (!clash) throw error;
      if (attempt === ATTEMPTS) throw unavailable();
    }
  }
}
