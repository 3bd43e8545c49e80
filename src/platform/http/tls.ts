import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, type Server as TlsServer } from 'node:tls';

/** A certificate with its chain, and its private key, both PEM. */
export interface Pem { readonly cert: string; readonly key: string }

/** HTTPS of our own at the very port of the server; off until a certificate is used. */
export interface TlsDoor {
  /** Takes a certificate: from the next connection on; those that are open stay. null = plain HTTP again. @throws what TLS says of a pair that does not fit */
  use(pem: Pem | null): void;
  readonly on: () => boolean;
  close(): void;
}

/** The first byte of a TLS greeting; no request of HTTP begins with it. */
const TLS_GREETING = 22;
/** Whoever connects and says nothing is let go after so long. */
const SILENT_MILLISECONDS = 15_000;

/**
 * Puts HTTPS before an HTTP server, at the same port: the first byte of a connection tells which it is. Where a certificate is in
 * use, whoever comes without TLS is told the right address, and nothing else.
 */
export function tlsDoor(server: Server): TlsDoor {
  const inside = server.listeners('connection') as ((socket: Socket) => void)[];
  const deliver = (socket: Socket): void => { for (const take of inside) take.call(server, socket); };
  const turned = turningAway();
  const waiting = new Set<Socket>();
  let tls: TlsServer | null = null;
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    if (!tls) return deliver(socket);
    // Whoever hangs up in the middle of a greeting is gone; HTTP alone knows what to do with half a connection.
    socket.allowHalfOpen = false;
    greeted(socket, waiting, (first) => (first === TLS_GREETING && tls ? tls.emit('connection', socket) : turned.emit('connection', socket)));
  });
  return {
    use(pem) {
      if (pem === null) tls = null;
      else if (tls) tls.setSecureContext(pem);
      else {
        createSecureContext(pem);
        tls = createTlsServer({ ...pem, minVersion: 'TLSv1.2', ALPNProtocols: ['http/1.1'] }, deliver);
        // Port scanners and browsers that do not trust the certificate: nothing of ours is wrong.
        tls.on('tlsClientError', (_error, socket) => socket.destroy());
      }
    },
    on: () => tls !== null,
    close() {
      for (const socket of waiting) socket.destroy();
      turned.closeAllConnections();
    },
  };
}

/** Waits for the first byte without taking it away. */
function greeted(socket: Socket, waiting: Set<Socket>, then: (first: number) => void): void {
  waiting.add(socket);
  const gone = (): void => { socket.destroy(); };
  socket.setTimeout(SILENT_MILLISECONDS, gone);
  socket.on('error', gone);
  socket.once('close', () => waiting.delete(socket));
  socket.once('data', (bytes: Buffer) => {
    socket.pause();
    waiting.delete(socket);
    socket.setTimeout(0);
    socket.off('timeout', gone);
    socket.off('error', gone);
    socket.unshift(bytes);
    then(bytes[0] ?? 0);
    process.nextTick(() => socket.resume());
  });
}

/** Answers everything with where to go instead. */
function turningAway(): Server {
  return createServer({ headersTimeout: SILENT_MILLISECONDS, requestTimeout: SILENT_MILLISECONDS }, (request, response) => {
    const host = /^[\w.:[\]-]{1,255}$/.test(request.headers.host ?? '') ? request.headers.host : undefined;
    const address = host === undefined ? 'https://…' : `https://${host}/`;
    const [zh, en] = [`这里要用 https 打开：${address}`, `Please open this with https: ${address}`];
    response.shouldKeepAlive = false;
    if (request.url?.startsWith('/api')) {
      response.writeHead(426, { 'content-type': 'application/json; charset=utf-8', upgrade: 'TLS/1.2, HTTP/1.1', connection: 'close' }).end(JSON.stringify({ error: 'https-only', message: `${zh} ${en}` }));
      return;
    }
    const link = host === undefined ? '' : `<p><a href="${address}">${address}</a></p>`;
    response.writeHead(426, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", upgrade: 'TLS/1.2, HTTP/1.1', connection: 'close' })
      .end(`<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>https</title><p>${zh}</p><p>${en}</p>${link}`);
  });
}
