import type { FastifyRequest } from 'fastify';
import { Failure, foreignOrigin } from '#platform/operations/index.ts';

const UNCHANGING = new Set(['GET', 'HEAD', 'OPTIONS']);
const ACCEPTED = /^(application\/json|multipart\/form-data)\s*(;|$)/i;

/**
 * Turns away what a page of another site could make a browser send in the name of somebody who is signed in here:
 * forms (they cannot send JSON), and anything whose Origin is not our own host. Programs with a key carry no cookie and are not asked.
 * @throws Failure 403 or 415
 */
export function requireOwnPage(request: FastifyRequest, publicUrl: string | null): void {
  if (UNCHANGING.has(request.method) || request.headers.authorization !== undefined) return;
  const { origin } = request.headers;
  if (origin !== undefined && !isOwn(origin, request, publicUrl)) throw foreignOrigin();
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignOrigin();
  requireKnownType(request);
}

function requireKnownType(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (type === undefined ? hasBody : !ACCEPTED.test(type)) throw unknownType();
}

/** 415: neither JSON nor, where a file is taken, a form. */
export const unknownType = (): Failure =>
  new Failure(415, 'unknown-type', { zh: '只接受 application/json 格式的内容。', en: 'Only content of the type application/json is taken.' });

/** Host and port; a port that is the usual one of its scheme is left out on both sides. */
function hostOf(address: string): string | null {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}

/** Whether an origin is one under which browsers reach us. */
export function isOwn(origin: string, request: FastifyRequest, publicUrl: string | null): boolean {
  const host = hostOf(origin);
  if (host === null || host === '') return false;
  const scheme = origin.slice(0, origin.indexOf(':'));
  return host === hostOf(`${scheme}://${request.host}`) || (publicUrl !== null && host === hostOf(publicUrl));
}
