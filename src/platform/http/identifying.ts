import type { FastifyRequest } from 'fastify';
import type { Language } from '#engine/text.ts';
import type { Actor } from '#platform/operations/index.ts';
import { languageOf } from './language.ts';
import type { Credentials } from './options.ts';

const actors = new WeakMap<FastifyRequest, Actor>();

export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  if (authorization === undefined) return { cookie: (name) => request.cookies[name], bearer: null };
  return { cookie: () => undefined, bearer: /^Bearer ([\x21-\x7e]{1,300})$/i.exec(authorization)?.[1] ?? '' };
}

/** Keeps who sent a request beside it, for the steps after the first; he reads this answer in the language the request names. */
export function remember(request: FastifyRequest, actor: Actor): void {
  const named = languageOf(request.headers['accept-language']);
  actors.set(request, named === null ? actor : { ...actor, language: named });
}

export function actorOfRequest(request: FastifyRequest): Actor | null {
  return actors.get(request) ?? null;
}

/** The language named by the request, else the reader's own, else Chinese. */
export function languageOfRequest(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']) ?? actorOfRequest(request)?.language ?? 'zh';
}
