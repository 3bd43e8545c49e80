import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deniedTo, unauthorised, wrong, type Actor, type Issue, type Stream } from '#platform/operations/index.ts';
import { letIn } from './answering.ts';
import { credentialsOf, languageOfRequest } from './identifying.ts';
import { queryOf } from './input.ts';
import type { ServeOptions } from './options.ts';

const HEARTBEAT_MILLISECONDS = 15_000;
/** One person at all his browsers and tabs; the oldest gives way. Browsers share one stream among their tabs. */
const STREAMS_OF_ONE = 20;
/** A reader that lets so many bytes pile up has gone to sleep; he opens the stream anew when he wakes. */
const LAZY_BYTES = 1_000_000;

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  connection: 'keep-alive',
};

/** Puts a live stream at its address. All of them end when the server closes. */
export function streamAt(server: FastifyInstance, stream: Stream, options: ServeOptions): void {
  const open = new Map<AbortController, string>();
  server.addHook('preClose', async () => [...open.keys()].forEach((one) => one.abort()));
  server.route({
    method: 'GET',
    url: stream.path,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const actor = await letIn(stream, request, options);
      if (!actor) throw unauthorised();
      const issues: Issue[] = [];
      const { query } = queryOf(request.url, stream.query, false, issues);
      if (issues.length > 0) throw wrong(issues);
      await pour(stream, { request, reply, actor, query, open }, options);
    },
  });
}

interface Opened {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor;
  readonly query: unknown;
  /** Whose each open one is, oldest first. */
  readonly open: Map<AbortController, string>;
}

async function pour(stream: Stream, { request, reply, actor, query, open }: Opened, options: ServeOptions): Promise<void> {
  const language = languageOfRequest(request);
  reply.hijack();
  const raw = reply.raw;
  raw.writeHead(200, HEAD);
  raw.write(': open\n\n');
  const ending = new AbortController();
  makeRoom(open, actor.person);
  open.set(ending, actor.person);
  const write = writer(raw, ending, () => stillMay(stream, request, options));
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MILLISECONDS);
  ending.signal.addEventListener('abort', () => {
    clearInterval(heartbeat);
    open.delete(ending);
    raw.end();
  });
  raw.on('close', () => ending.abort());
  try {
    const send = (event: string, payload: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
    await stream.open({ actor, query, language, context: options.context, send, closed: ending.signal });
  } catch (error) {
    options.context.log.error({ stack: error instanceof Error ? error.stack : '', path: stream.path }, 'a live stream failed');
    ending.abort();
  }
}

function makeRoom(open: ReadonlyMap<AbortController, string>, person: string): void {
  const his = [...open].filter(([, whose]) => whose === person).map(([one]) => one);
  for (const oldest of his.slice(0, Math.max(0, his.length - STREAMS_OF_ONE + 1))) oldest.abort();
}

/** Writes in order, and only while the reader still has his access: whoever leaves hears nothing more. */
function writer(raw: ServerResponse, ending: AbortController, mayStill: () => Promise<boolean>): (text: string) => void {
  let last = Promise.resolve();
  return (text) => {
    last = last.then(async () => {
      if (ending.signal.aborted) return;
      if (raw.writableLength > LAZY_BYTES || !(await mayStill().catch(() => false))) ending.abort();
      else if (!ending.signal.aborted) raw.write(text);
    });
  };
}

async function stillMay(stream: Stream, request: FastifyRequest, options: ServeOptions): Promise<boolean> {
  const actor = await options.identify(credentialsOf(request));
  return actor !== null && deniedTo(actor, stream.access, false) === null;
}
