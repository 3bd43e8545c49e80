import { makeBackup } from '../../src/capabilities/backup/index.ts';
import type { Connection } from '../../src/platform/db/index.ts';

/** Begins a backup in a process of its own and stands still in the middle of it, so that it can be killed there. */
const [connection = '', dataFolder = '', folder = ''] = process.argv.slice(2);
await makeBackup({
  connection: JSON.parse(connection) as Connection, dataFolder, folder, product: '0.0.0', at: 0,
  onProgress: ({ what }) => {
    if (what !== 'matter') return;
    process.stdout.write('in the middle\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
