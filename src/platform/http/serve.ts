import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { answerAt } from './answering.ts';
import { takeJsonBodies } from './body.ts';
import { failureOf, sendFailure } from './failures.ts';
import { setSecurityHeaders } from './headers.ts';
import { languageOfRequest } from './identifying.ts';
import { refuseBytes } from './no-request.ts';
import { streamAt } from './live.ts';
import { describeApi } from './openapi.ts';
import type { Served, ServeOptions } from './options.ts';
import { servePages } from './pages.ts';
import { takeForms } from './upload.ts';

const LARGEST_BODY = 1024 * 1024;
/** A whole request, a file of 20 MB on a slow line included; its head alone comes at once from any real client. */
const REQUEST_MILLISECONDS = 120_000;
const HEAD_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 5_000;
const SWEEP_MILLISECONDS = 100;

/**
 * Makes the HTTP server of the product: every operation at its address, the API description, the pages.
 * Nothing listens yet: `await server.listen({ host, port })`, or `server.inject(…)` in tests; `server.close()` ends live streams, too.
 * @throws Error when two operations share an address, or one is not below /api.
 */
export async function serve(operations: readonly Served[], options: ServeOptions): Promise<FastifyInstance> {
  requireAddresses(operations);
  const server = open(options);
  closeWhatFallsIdle(server);
  takeJsonBodies(server);
  setSecurityHeaders(server, options.framed ?? null);
  await server.register(cookie);
  await takeForms(server);
  server.setErrorHandler((error, request, reply) => {
    sendFailure(reply, failureOf(error, options.context.log, placeOf(request)), languageOfRequest(request));
  });
  for (const operation of operations) {
    if (operation.kind === 'stream') streamAt(server, operation, options);
    else answerAt(server, operation, options);
  }
  const description = JSON.stringify(describeApi(operations, options.version ?? '0.0.0'));
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(description));
  await servePages(server, options);
  await server.ready();
  return server;
}

function open(options: ServeOptions): FastifyInstance {
  return fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: options.patience?.request ?? REQUEST_MILLISECONDS,
    // Node looks for slow senders every half minute unless told otherwise, whatever the limits are.
    http: { headersTimeout: options.patience?.head ?? HEAD_MILLISECONDS, connectionsCheckingInterval: options.patience?.look ?? LOOK_MILLISECONDS },
    clientErrorHandler: refuseBytes,
    trustProxy: proxiesOf(options.trustProxy),
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: {
      // Read later and strictly; see query.ts.
      querystringParser: () => ({}),
      maxParamLength: 300,
    },
    frameworkErrors: (error, request, reply) => {
      sendFailure(reply, failureOf(error, options.context.log, placeOf(request)), languageOfRequest(request));
    },
  });
}

/**
 * A connection that answers its last request while the server closes is kept alive by its browser and would hold up the end for
 * more than a minute: closing ends only those that are idle at that moment, so we look again until all are gone.
 */
function closeWhatFallsIdle(server: FastifyInstance): void {
  let sweeping: NodeJS.Timeout | undefined;
  server.addHook('preClose', async () => { sweeping = setInterval(() => server.server.closeIdleConnections(), SWEEP_MILLISECONDS); });
  server.addHook('onClose', async () => clearInterval(sweeping));
}

function proxiesOf(trusted: ServeOptions['trustProxy'] = false): boolean | string[] | ((address: string, hop: number) => boolean) {
  if (typeof trusted === 'number') return (_address, hop) => hop < trusted;
  return typeof trusted === 'object' ? [...trusted] : trusted;
}

/** The declared address, never the real one: that may carry names and telephone numbers. */
function placeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? '(no such address)'}`;
}

function requireAddresses(operations: readonly Served[]): void {
  const seen = new Set<string>();
  for (const { method, path } of operations) {
    if (!/^\/api(\/[a-z0-9.-]+|\/\{\w+\})+$/.test(path)) throw new Error(`Not an address of the API: ${path}`);
    const key = `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
    if (seen.has(key)) throw new Error(`Two operations at ${key}`);
    seen.add(key);
  }
}
