// npm run dev: the server bundled and started again at every change, the pages served by Vite with /api passed on to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithNpm } from './ending.mjs';
import { installPackages } from './install.mjs';
import { at, note } from './root.mjs';

endWithNpm();
installPackages();
const { context } = await import('esbuild');
const { createServer } = await import('vite');
const { bundleOf } = await import('./bundle.mjs');

let server;
let turn = Promise.resolve();

/** Ends the server, if there is one, and waits until it has let go of its port and data. */
async function stop() {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill('SIGTERM');
  await gone;
}

async function restart() {
  await stop();
  server = spawn(process.execPath, ['--enable-source-maps', at('dist', 'server.js'), ...process.argv.slice(2)], { cwd: at(), stdio: 'inherit' });
}

const settings = bundleOf('server');
const restarting = {
  name: 'restart',
  setup: (build) => build.onEnd(({ errors }) => void (errors.length === 0 && (turn = turn.then(restart)))),
};
const bundling = await context({ ...settings, plugins: [restarting] });
await bundling.watch();
const pages = await createServer({ configFile: at('vite.config.ts') });
await pages.listen();
note(`网页（改动即时可见）  Pages, renewed at every change: ${pages.resolvedUrls?.local[0] ?? ''}`);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await Promise.all([bundling.dispose(), pages.close(), turn.then(stop)]);
    process.exit(0);
  });
}
