const UNIQUE_VIOLATION = '23505';
const ATTEMPTS = 4;

/**
 * Does something again when somebody else took the number it meant to take (the next event of a stream, the next print of a form).
 * @throws what the last attempt throws.
 */
export async function againOnClash<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const clash = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
      if (!clash || attempt === ATTEMPTS) throw error;
    }
  }
}
