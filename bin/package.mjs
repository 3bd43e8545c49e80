// npm run package: everything a machine without a network needs, in one file: Node, the packages the server loads, PostgreSQL, the
// built server and pages, migrations, policies and an installer. For Linux on x64, from a machine of the same kind.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleWhenStale } from './bundle.mjs';
import { at, note } from './root.mjs';

/** Only the pages, the building and the tests need these; what the server loads stays. */
const BUILT_WITH = ['vite', '@vitejs/plugin-react', 'esbuild', 'antd', '@ant-design/icons', 'react', 'react-dom', '@tanstack/react-query', '@tanstack/react-router', 'dayjs', 'uqr', 'pinyin-pro'];
/** Loaded by the server although pages use them, too. */
const LOADED = ['uqr', 'pinyin-pro', 'dayjs'];

if (process.platform !== 'linux' || process.arch !== 'x64') {
  note('安装包只能在 x64 的 Linux 上制作。  The package can be made on Linux for x64 only.');
  process.exit(1);
}

const { version, dependencies, optionalDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const name = `aftercare-${version}-linux-x64`;
const out = process.argv[2] ?? at('dist', `${name}.tar.gz`);

await bundleWhenStale('server');
await bundleWhenStale('cli');
execFileSync(process.execPath, [at('bin', 'web.mjs')], { stdio: ['ignore', 2, 2] });
if (!existsSync(at('dist', 'web', 'index.html'))) process.exit(1);

const beside = mkdtempSync(join(tmpdir(), 'aftercare-package-'));
try {
  const root = join(beside, name);
  lay(root);
  mkdirSync(dirname(out), { recursive: true });
  const packed = `${out}.part`;
  execFileSync('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '-C', beside, '-czf', packed, name]);
  renameSync(packed, out);
  note(`${out}  ${(statSync(out).size / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(beside, { recursive: true, force: true });
}

/** Lays everything out as it will lie on the machine. */
function lay(root) {
  mkdirSync(join(root, 'node', 'bin'), { recursive: true });
  cpSync(process.execPath, join(root, 'node', 'bin', 'node'));
  mkdirSync(join(root, 'dist'));
  for (const part of ['server.js', 'cli.js', 'web']) cpSync(at('dist', part), join(root, 'dist', part), { recursive: true });
  for (const part of ['migrations', 'policies', 'deploy', 'LICENSE', 'NOTICE', 'README.md', 'README.zh.md']) cpSync(at(part), join(root, part), { recursive: true, verbatimSymlinks: true });
  for (const part of ['operations.md', 'operations.zh.md']) cpSync(at('docs', part), join(root, 'docs', part));
  for (const part of paperParts()) cpSync(at(part), join(root, part), { recursive: true, verbatimSymlinks: true });
  const kept = Object.keys(dependencies).filter((each) => !BUILT_WITH.includes(each) || LOADED.includes(each));
  for (const folder of packagesOf([...kept, ...Object.keys(optionalDependencies)])) cpSync(at('node_modules', folder), join(root, 'node_modules', folder), { recursive: true, verbatimSymlinks: true, filter: (path) => !/\.(map|md|markdown|d\.[cm]?ts)$/.test(path) || /LICEN[CS]E/i.test(path) });
  writeFileSync(join(root, 'package.json'), `${JSON.stringify({ name: 'aftercare', version, private: true, type: 'module' }, null, 2)}\n`);
  for (const program of ['install', 'aftercare', 'start']) {
    cpSync(at('deploy', `${program}.sh`), join(root, program));
    chmodSync(join(root, program), 0o755);
  }
}

/** What the bundle reads beside itself at run time. */
function paperParts() {
  return ['src/platform/documents/fonts', 'src/platform/documents/layouts', 'src/platform/documents/press/worker.mjs', 'src/capabilities/papers/rules/forms', 'src/capabilities/setup/server/sheet-worker.mjs'].filter((path) => existsSync(at(path)));
}

/** The folders of these packages and of all they need, as installed; what is not here is for other systems. */
function packagesOf(names) {
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
