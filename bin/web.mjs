import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { at, note } from './root.mjs';
import { stale } from './stamp.mjs';

/** Below this a packed file saves no packet on the way. */
const WORTH_PACKING = 1_400;
const TESTS = /\.test\.tsx?$/;
const SERVER = /[\\/]server[\\/]|[\\/]platform[\\/]db[\\/]/;

/**
 * Builds the pages to dist/web when a source has changed since. They are built beside and put in place whole,
 * so that a server that is running meanwhile never serves half of them.
 */
async function buildWhenStale() {
  const sources = [at('src'), at('vite.config.ts'), at('package-lock.json')];
  const remember = stale(at('dist', 'web.stamp'), sources, (file) => TESTS.test(file) || SERVER.test(file));
  if (!remember && existsSync(at('dist', 'web', 'index.html'))) return;
  // The pages people get, wherever they are built: tests and shells may have named another environment.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const beside = at('dist', 'web-next');
  await build({ configFile: at('vite.config.ts'), logLevel: 'error', build: { outDir: beside } });
  pack(join(beside, 'assets'));
  rmSync(at('dist', 'web'), { recursive: true, force: true });
  renameSync(beside, at('dist', 'web'));
  remember?.();
}

/** Packs scripts and style sheets once, beside themselves: without a proxy in front an office far away waits a third of the time. */
function pack(folder) {
  for (const name of readdirSync(folder).filter((each) => /\.(?:js|css)$/.test(each))) {
    const plain = readFileSync(join(folder, name));
    if (plain.length >= WORTH_PACKING) writeFileSync(join(folder, `${name}.gz`), gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }));
  }
}

// The server tells whoever waits for the pages that they will not come.
const failed = at('dist', 'web.failed');
try {
  rmSync(failed, { force: true });
  await buildWhenStale();
} catch (error) {
  note(`网页没有编译成功，服务仍在运行。  The pages could not be built; the server runs on without them.\n${error.stack ?? error}`);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(failed, '');
  process.exitCode = 1;
}
