// npm run package: everything a machine without a network needs, in one file: Node, the packages the server loads, PostgreSQL, the
// built server and pages, migrations, policies and an installer. For Linux on x64, from a machine of the same kind.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleWhenStale } from './bundle.mjs';
import { packedPackages, packedParts } from './packed.mjs';
import { at, note } from './root.mjs';

if (process.platform !== 'linux' || process.arch !== 'x64') {
  note('安装包只能在 x64 的 Linux 上制作。  The package can be made on Linux for x64 only.');
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const name = `aftercare-${version}-linux-x64`;
const out = process.argv[2] ?? at('dist', `${name}.tar.gz`);

await bundleWhenStale('server');
await bundleWhenStale('cli');
execFileSync(process.execPath, [at('bin', 'web.mjs')], { stdio: ['ignore', 2, 2] });
if (!existsSync(at('dist', 'web', 'index.html'))) process.exit(1);

const beside = mkdtempSync(join(tmpdir(), 'aftercare-package-'));
try {
  const root = join(beside, name);
  await lay(root);
  mkdirSync(dirname(out), { recursive: true });
  const packed = `${out}.part`;
  execFileSync('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '-C', beside, '-czf', packed, name]);
  renameSync(packed, out);
  note(`${out}  ${(statSync(out).size / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(beside, { recursive: true, force: true });
}

/** Lays everything out as it will lie on the machine. */
async function lay(root) {
  mkdirSync(join(root, 'node', 'bin'), { recursive: true });
  cpSync(process.execPath, join(root, 'node', 'bin', 'node'));
  for (const part of packedParts()) cpSync(at(part), join(root, part), { recursive: true, verbatimSymlinks: true });
  for (const folder of await packedPackages()) cpSync(at('node_modules', folder), join(root, 'node_modules', folder), { recursive: true, verbatimSymlinks: true, filter: needed });
  writeFileSync(join(root, 'package.json'), `${JSON.stringify({ name: 'aftercare', version, private: true, type: 'module' }, null, 2)}\n`);
  for (const program of ['install', 'aftercare', 'start']) {
    cpSync(at('deploy', `${program}.sh`), join(root, program));
    chmodSync(join(root, program), 0o755);
  }
}

/** Types, maps and documents of packages are for programmers; their licences go along. */
function needed(path) {
  return !/\.(map|md|markdown|d\.[cm]?ts)$/.test(path) || /LICEN[CS]E/i.test(path);
}
