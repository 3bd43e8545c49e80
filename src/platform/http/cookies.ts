import type { FastifyReply } from 'fastify';
import type { Cookie } from '#platform/operations/index.ts';

/**
 * Sets cookies that no script can read and no other site's form can use.
 * @param framed - our page is shown inside another site's, over https: there a browser sends only cookies that say so. Requests of
 *   that site are still turned away, by their origin.
 */
export function setCookies(reply: FastifyReply, cookies: readonly Cookie[], secure: boolean, framed = false): void {
  for (const { name, value, maxAgeSeconds } of cookies) {
    const shared = { httpOnly: true, sameSite: framed && secure ? 'none' : 'lax', secure, path: '/' } as const;
    if (value === null) reply.clearCookie(name, shared);
    else reply.setCookie(name, value, maxAgeSeconds === undefined ? shared : { ...shared, maxAge: maxAgeSeconds });
  }
}
