import type { FastifyInstance } from 'fastify';

// The component library writes its styles into the page; scripts, in contrast, come from our own files only.
const PAGES = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "worker-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');
const ANSWERS = "default-src 'none'; frame-ancestors 'none'";
const YEAR = 365 * 24 * 60 * 60;

/** Puts on every answer what tells a browser how little it may do with it. An answer that set its own policy keeps it. */
export function setSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const ofApi = request.url.startsWith('/api');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-frame-options', 'DENY');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'geolocation=(), microphone=(), payment=(), usb=()');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', ofApi ? ANSWERS : PAGES);
    if (ofApi && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (secure) reply.header('strict-transport-security', `max-age=${YEAR}`);
    return payload;
  });
}
