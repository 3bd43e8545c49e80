import type { FastifyInstance } from 'fastify';
import { ancestorsOf, type Framed } from './framing.ts';

// The component library writes its styles into the page; scripts, in contrast, come from our own files only.
const PAGES = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "worker-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
].join('; ');
const ANSWERS = "default-src 'none'; frame-ancestors 'none'";
const YEAR = 365 * 24 * 60 * 60;

/** Puts on every answer what tells a browser how little it may do with it. An answer that set its own policy keeps it. */
export function setSecurityHeaders(server: FastifyInstance, framed: Framed | null = null): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const ofApi = request.url.startsWith('/api');
    const ancestors = ofApi ? null : ancestorsOf(request.url, framed);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    // Older browsers know no list: there, nobody may.
    if (ancestors === null) reply.header('x-frame-options', 'DENY');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'geolocation=(), microphone=(), payment=(), usb=()');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', ofApi ? ANSWERS : `${PAGES}; frame-ancestors ${ancestors ?? "'none'"}`);
    if (ofApi && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    // Who stands before us with TLS of his own says this himself.
    if (ofTls(request.raw.socket)) reply.header('strict-transport-security', `max-age=${YEAR}`);
    return payload;
  });
}

/** Whether a connection came over TLS of our own. */
export const ofTls = (socket: object): boolean => 'encrypted' in socket && socket.encrypted === true;
