// npm run bench: builds the server and the benchmark, then runs it. Needs Linux (/proc) and a few minutes.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { bundleOf, bundleWhenStale } from './bundle.mjs';
import { at } from './root.mjs';

await bundleWhenStale('server');
await build({ ...bundleOf('server'), entryPoints: [at('bench', 'index.ts')], outfile: at('dist', 'bench.js') });
process.exit(spawnSync(process.execPath, [at('dist', 'bench.js'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
