import { existsSync } from 'node:fs';
import { at, note } from './root.mjs';
import { stale } from './stamp.mjs';

const TESTS = /\.test\.tsx?$/;
const BROWSER = /[\\/]web[\\/]|[\\/]src[\\/]ui[\\/]/;

/** The settings with which a program of ours is bundled; packages stay outside and are loaded as they are. */
export const bundleOf = (program) => ({
  entryPoints: [at('src', 'main', `${program}.ts`)],
  outfile: at('dist', `${program}.js`),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  absWorkingDir: at(),
  logLevel: 'error',
});

/**
 * Bundles `src/main/<program>.ts` to `dist/<program>.js` when a source has changed since.
 * @returns the path of the bundle.
 */
export async function bundleWhenStale(program) {
  const settings = bundleOf(program);
  const sources = [at('src'), at('package.json'), at('bin', 'bundle.mjs')];
  const remember = stale(at('dist', `${program}.stamp`), sources, (file) => TESTS.test(file) || BROWSER.test(file));
  if (!remember && existsSync(settings.outfile)) return settings.outfile;
  const { build } = await import('esbuild');
  try {
    await build(settings);
  } catch {
    note('程序没有编译成功，原因见上。  The program could not be built; the reasons stand above.');
    process.exit(1);
  }
  remember?.();
  return settings.outfile;
}
