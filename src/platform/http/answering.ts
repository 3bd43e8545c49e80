import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Answered, deniedTo, missing, unauthorised, type Actor, type FileAnswer, type Operation, type Stream } from '#platform/operations/index.ts';
import { setCookies } from './cookies.ts';
import { sendFile } from './files.ts';
import { ofTls } from './headers.ts';
import { actorOfRequest, credentialsOf, languageOfRequest, remember } from './identifying.ts';
import { idempotencyKeyOf, inputOf } from './input.ts';
import { requireOwnPage, unknownType } from './origin.ts';
import type { ServeOptions } from './options.ts';
import { readForm } from './upload.ts';

/** Puts an operation at its address. */
export function answerAt(server: FastifyInstance, operation: Operation, options: ServeOptions): void {
  server.route({
    method: operation.method,
    url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
    // Before the body is read: a stranger's megabyte is not worth parsing.
    onRequest: async (request) => {
      await letIn(operation, request, options);
    },
    handler: async (request, reply) => {
      const answer = await answerTo(operation, request, options);
      return send(operation, reply, answer, options);
    },
  });
}

/** @throws Failure 401, 403, 404 or 415 for a request that may not go on. */
export async function letIn(operation: Operation | Stream, request: FastifyRequest, options: ServeOptions): Promise<Actor | null> {
  requireOwnPage(request, options.publicUrl ?? null);
  if (operation.access.is === 'public') return null;
  const actor = await options.identify(credentialsOf(request));
  if (!actor) throw unauthorised();
  remember(request, actor);
  const denied = deniedTo(actor, operation.access, operation.kind === 'answer' && operation.whilePasswordMustChange);
  if (denied) throw denied;
  if (operation.kind === 'answer' && operation.demonstrationOnly && !actor.demonstration) throw missing();
  return actor;
}

async function answerTo(operation: Operation, request: FastifyRequest, { context }: ServeOptions): Promise<unknown> {
  if (!operation.upload && request.isMultipart()) throw unknownType();
  const form = operation.upload ? await readForm(request) : null;
  const { dry, ...input } = inputOf(operation, request, form ? form.fields : request.body);
  return operation.handle({
    actor: actorOfRequest(request),
    input,
    request: {
      language: languageOfRequest(request),
      idempotencyKey: idempotencyKeyOf(request),
      address: request.ip,
      dry,
      cookie: (name) => request.cookies[name],
    },
    context,
    file: form?.file ?? null,
  });
}

function send(operation: Operation, reply: FastifyReply, result: unknown, options: ServeOptions): FastifyReply {
  const { answer, beside } = result instanceof Answered ? result : { answer: result as unknown, beside: {} };
  setCookies(reply, beside.cookies ?? [], options.publicUrl?.startsWith('https:') === true || ofTls(reply.request.raw.socket), (options.framed?.by.length ?? 0) > 0);
  reply.code(beside.status ?? operation.status);
  if (operation.answer === 'file') return sendFile(reply, answer as FileAnswer);
  if (options.checkAnswers) operation.answer.parse(answer);
  if (operation.status === 204) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
}
