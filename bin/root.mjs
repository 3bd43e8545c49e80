import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the product. */
export const at = (...parts) => join(root, ...parts);

/** Notes go to standard error: standard output belongs to answers. */
export const note = (text) => process.stderr.write(`${text}\n`);

// Before anything that an older Node could not even read.
const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const needed = engines.node.replace('>=', '');
if (older(process.versions.node, needed)) {
  note(`Node.js 太旧：这里是 ${process.version}（${process.execPath}），需要 ${needed} 或更新。请从 nodejs.org 安装新版后再运行。`);
  note(`This Node.js is too old: ${process.version} (${process.execPath}); ${needed} or newer is needed. Install it from nodejs.org and run this again.`);
  process.exit(1);
}

function older(found, wanted) {
  const [a, b] = [found, wanted].map((each) => each.split('.').map(Number));
  const differs = b.findIndex((part, index) => a[index] !== part);
  return differs >= 0 && a[differs] < b[differs];
}
