// The thread in which papers are set. Plain JavaScript, because a thread begins with a file and the server is one bundle.
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// The only fonts are ours: a paper looks the same on every machine.
const compiler = NodeCompiler.create({ workspace: workerData.root, fontArgs: [{ fontPaths: [workerData.fonts] }] });
/** Compilations after which what the compiler remembers of old papers is dropped. */
const REMEMBERED = 8;

parentPort?.on('message', ({ id, layout, values, at }) => {
  try {
    const set = compiler.compile({ mainFilePath: layout, inputs: { values } });
    if (!set.result) {
      const error = set.takeDiagnostics();
      const told = error ? JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000) : 'no reason given';
      parentPort.postMessage({ id, error: told });
      return;
    }
    const pdf = compiler.pdf(set.result, { creationTimestamp: Math.floor(at / 1000) });
    parentPort.postMessage({ id, pdf: new Uint8Array(pdf), pages: set.result.numOfPages });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    compiler.evictCache(REMEMBERED);
  }
});
