// What goes into the offline package. Nothing here is a list that somebody has to remember: it is read from the programs themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { bundleOf } from './bundle.mjs';
import { at } from './root.mjs';

/** Beside the programs, as it lies in the repository. */
const PARTS = ['dist/server.js', 'dist/cli.js', 'dist/web', 'migrations', 'policies', 'deploy', 'docs/operations.md', 'docs/operations.zh.md', 'docs/policy-language.md', 'docs/policy-language.zh.md', 'LICENSE', 'NOTICE', 'README.md', 'README.zh.md'];
/** Sources for browsers, and what is bundled: all else below `src` is reached by its path while the server runs. */
const BUNDLED = /[\\/]web[\\/]|^src[\\/](?:ui|main)[\\/]|\.(?:tsx?|md)$/;

/** Paths from the root of all that is no package: programs, pages, policies, and files reached by path (fonts, layouts, threads). */
export function packedParts() {
  return [...PARTS, ...besideTheBundle()];
}

/**
 * Folders below `node_modules` of everything that the server, the command line and their threads import, with all that those need.
 * Optional packages (PostgreSQL) are found by name, not imported; of them comes what is installed here.
 */
export async function packedPackages() {
  const { build } = await import('esbuild');
  const threads = besideTheBundle().filter((path) => path.endsWith('.mjs')).map((path) => at(path));
  const { outfile: _outfile, ...settings } = bundleOf('server');
  const { metafile } = await build({ ...settings, entryPoints: [at('src', 'main', 'server.ts'), at('src', 'main', 'cli.ts'), ...threads], outdir: at('dist'), write: false, metafile: true });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter((each) => each.external && !isBuiltin(each.path)).map((each) => packageOf(each.path)));
  const { optionalDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return withTheirNeeds([...new Set(imported), ...Object.keys(optionalDependencies)]);
}

const packageOf = (path) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/');

function besideTheBundle() {
  const files = readdirSync(at('src'), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return files.map((entry) => relative(at(), join(entry.parentPath, entry.name))).filter((path) => !BUNDLED.test(path)).sort();
}

/** The folders of these packages and of all they need, as installed; what is not here is for other systems. */
function withTheirNeeds(names) {
  const found = new Set();
  const visit = (wanted, from) => {
    const inside = from === '' ? [] : from.split('/node_modules/');
    // Its own packages first, then those of whoever holds it, as Node looks for them.
    for (let depth = inside.length; depth >= 0; depth--) {
      const folder = [...inside.slice(0, depth), wanted].join('/node_modules/');
      if (existsSync(at('node_modules', folder, 'package.json'))) return take(folder);
    }
  };
  const take = (folder) => {
    if (found.has(folder)) return;
    found.add(folder);
    const needs = JSON.parse(readFileSync(at('node_modules', folder, 'package.json'), 'utf8'));
    for (const each of Object.keys({ ...needs.dependencies, ...needs.optionalDependencies, ...needs.peerDependencies })) visit(each, folder);
  };
  for (const each of names) visit(each, '');
  // A package inside another's folder comes along with it.
  return [...found].filter((folder) => ![...found].some((other) => other !== folder && folder.startsWith(`${other}/node_modules/`)));
}
