import type { FastifyReply } from 'fastify';
import type { Cookie } from '#platform/operations/index.ts';

/** Sets cookies that no script can read and no other site's form can use. */
export function setCookies(reply: FastifyReply, cookies: readonly Cookie[], secure: boolean): void {
  for (const { name, value, maxAgeSeconds } of cookies) {
    const shared = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
    if (value === null) reply.clearCookie(name, shared);
    else reply.setCookie(name, value, maxAgeSeconds === undefined ? shared : { ...shared, maxAge: maxAgeSeconds });
  }
}
