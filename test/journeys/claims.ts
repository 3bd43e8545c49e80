import { connect, createServer, type Socket } from 'node:net';

/** Hands out what each worker has to itself. */
export interface Claims { readonly port: number; end(): Promise<void> }

/**
 * Gives each worker that asks one of these for as long as it lives: its connection ends with it. The runner's own numbers of workers are
 * not used for that: between two groups of tests it may give one number to two of them.
 * @param all - as many as there are workers at a time; whoever comes in between waits until one is free
 */
export function handOut(all: readonly string[]): Promise<Claims> {
  const free = [...all];
  const waiting: Socket[] = [];
  const give = (socket: Socket, one: string): void => {
    socket.once('close', () => {
      let next = waiting.shift();
      while (next?.destroyed) next = waiting.shift();
      if (next) give(next, one);
      else free.push(one);
    });
    socket.write(`${one}\n`);
  };
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    const one = free.shift();
    if (one !== undefined) return give(socket, one);
    waiting.push(socket);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve({ port: address !== null && typeof address === 'object' ? address.port : 0, end: () => new Promise((ended) => { server.close(() => ended()); }) });
  }));
}

/** Claims one for this process, until its end. */
export function claim(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    // It keeps nobody waiting who is done.
    socket.unref();
    socket.once('error', reject);
    socket.once('data', (said) => resolve(said.toString().trim()));
  });
}
