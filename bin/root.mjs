import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the product. */
export const at = (...parts) => join(root, ...parts);

/** Notes go to standard error: standard output belongs to answers. */
export const note = (text) => process.stderr.write(`${text}\n`);
