// npm start: installs what is missing, bundles the server when stale, and runs it in this process; the pages are built beside it,
// in another process, so that the server answers before they are there. One process to signal, or to kill: nothing is left over.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { endWithNpm } from './ending.mjs';
import { installPackages } from './install.mjs';
import { at } from './root.mjs';

endWithNpm();
installPackages();
const { bundleWhenStale } = await import('./bundle.mjs');
const server = await bundleWhenStale('server');
const pages = spawn(process.execPath, [at('bin', 'web.mjs')], { cwd: at(), stdio: ['ignore', 2, 2] });
// Whoever stops the server in the first seconds does not wait for its pages.
for (const ending of ['SIGTERM', 'SIGINT', 'SIGHUP', 'exit']) process.once(ending, () => pages.kill());
await import(pathToFileURL(server).href);
