// npm run -s aftercare -- <command>: the command line, bundled again only when a source has changed. Standard output is its answer alone.
import { pathToFileURL } from 'node:url';
import { installPackages } from './install.mjs';

installPackages();
const { bundleWhenStale } = await import('./bundle.mjs');
await import(pathToFileURL(await bundleWhenStale('cli')).href);
