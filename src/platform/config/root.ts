import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the product itself, where `migrations/`, `policies/` and `dist/` lie; the same from the sources and from the bundle.
 * @throws Error when this file lies in no package.
 */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let at = here; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'migrations'))) return at;
    if (at === dirname(at)) throw new Error(`No package around ${here}.`);
  }
}
