import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { at, note } from './root.mjs';
import { stale } from './stamp.mjs';

/** Installs the packages of the lock file when they are missing or were installed for another one. Ends the process when that fails. */
export function installPackages() {
  const remember = stale(at('node_modules', '.aftercare-installed'), [at('package-lock.json')]);
  if (!remember) return;
  if (!installedSince(at('package-lock.json'))) install();
  remember();
}

/** npm leaves a file of its own behind; when it is younger than the lock file, somebody has installed by hand. */
function installedSince(lock) {
  const left = statSync(at('node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return left !== undefined && left.mtimeMs >= statSync(lock).mtimeMs;
}

function install() {
  note('正在安装所需的软件包…  Installing packages…');
  const npm = process.env.npm_execpath;
  const quietly = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const stdio = ['ignore', 2, 2];
  const { status } =
    npm && existsSync(npm)
      ? spawnSync(process.execPath, [npm, ...quietly], { cwd: at(), stdio })
      : spawnSync('npm', quietly, { cwd: at(), stdio, shell: process.platform === 'win32' });
  if (status === 0) return;
  note('软件包没有装好，请检查网络后重试。  The packages could not be installed; check the network and try again.');
  process.exit(1);
}
