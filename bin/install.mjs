import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  note('正在安装所需的软件包，需要一两分钟…  Installing packages, a minute or two…');
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], ['ignore', 2, 2]);
  if (status === 0) return;
  for (const line of whyNot()) note(line);
  process.exit(1);
}

function runNpm(args, stdio) {
  const npm = process.env.npm_execpath;
  return npm && existsSync(npm)
    ? spawnSync(process.execPath, [npm, ...args], { cwd: at(), stdio, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: at(), stdio, encoding: 'utf8', shell: process.platform === 'win32' });
}

/** npm's own words stand above; ours say what to do: look at what it needs, one after the other. */
function whyNot() {
  const asked = runNpm(['config', 'get', 'cache'], ['ignore', 'pipe', 'ignore']);
  if (asked.status !== 0) return ['没有找到 npm，软件包没有装好。请安装带 npm 的 Node.js（nodejs.org）。', 'npm was not found, so the packages are not installed. Install a Node.js that brings npm (nodejs.org).'];
  const cache = asked.stdout.trim();
  for (const folder of [at(), cache]) {
    const there = nearest(folder);
    if (!writable(there)) return [`软件包没有装好：${there} 不可写。请把它交给当前用户${folder === cache ? '，或用 npm_config_cache 指定另一个缓存目录' : ''}，再运行一次。`, `The packages could not be installed: ${there} cannot be written to. Give it to the current user${folder === cache ? ', or name another cache in npm_config_cache' : ''}, and try again.`];
    const { bavail, bsize } = statfsSync(there);
    if (bavail * bsize < 700e6) return [`软件包没有装好：${there} 所在的磁盘只剩 ${Math.round((bavail * bsize) / 1e6)} MB，需要 700 MB。请腾出空间，再运行一次。`, `The packages could not be installed: the disk of ${there} has ${Math.round((bavail * bsize) / 1e6)} MB left and 700 MB are needed. Make room and try again.`];
  }
  return [
    '软件包没有装好，多半是连不上软件包的服务器：请检查网络和代理（npm config get registry），再运行一次；已下载的不会重来。没有网络的机器请用离线安装包（docs/operations.zh.md）。',
    'The packages could not be installed, most likely because their server cannot be reached: check network and proxy (npm config get registry) and try again; what was fetched is kept. For machines without a network there is an offline package (docs/operations.md).',
  ];
}

/** A folder, or the nearest above it that is there. */
function nearest(folder) {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function writable(folder) {
  // Trying is surer than asking: root may write anywhere but where nobody can.
  const probe = join(folder, `.aftercare-${process.pid}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch (error) {
    return error.code === 'ENOSPC';
  }
}
