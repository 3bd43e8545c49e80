import { z } from 'zod';
import { Problem } from '#ui/index.ts';

const places = z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })) });

/** What the server found wrong, by the name of the field; nothing where it was another kind of failure. */
export function wrongFields(trouble: unknown): Readonly<Record<string, string>> {
  const read = trouble instanceof Problem && trouble.kind === 'wrong' ? places.safeParse(trouble.details) : null;
  return read?.success ? Object.fromEntries(read.data.issues.map(({ path, message }) => [String(path.at(-1) ?? ''), message])) : {};
}
