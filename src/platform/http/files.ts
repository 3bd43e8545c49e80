import type { FastifyReply } from 'fastify';
import type { FileAnswer } from '#platform/operations/index.ts';

/** Types a browser may show or play without running anything of them. Everything else is saved. */
const SHOWN = new Set([
  'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/heic', 'application/pdf', 'text/plain',
  'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/wav', 'audio/amr', 'audio/ogg', 'video/mp4',
]);

/** Sends a file so that nothing in it can act on our pages: saved unless harmless, never sniffed, in a sandbox of its own. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const bare = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const shown = file.inline === true && SHOWN.has(bare);
  // A sandbox would keep the browser from showing a PDF; its viewer is one already.
  const sandbox = bare === 'application/pdf' ? '' : '; sandbox';
  const type = shown || SHOWN.has(bare) ? file.mediaType : safeType(bare);
  return reply
    .header('content-security-policy', `default-src 'none'; frame-ancestors 'none'${sandbox}`)
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`)
    .type(type)
    .send(file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content);
}

/** Markup and scripts are sent as plain bytes: a saved file needs no type that could run. */
function safeType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/html|svg|script|\/xml$|\+xml$/.test(type) ? type : 'application/octet-stream';
}

function encodeName(name: string): string {
  const wellFormed = name.replace(/[\p{Cc}\p{Surrogate}/\\]/gu, '_').slice(0, 200);
  return encodeURIComponent(wellFormed.replace(/\p{Surrogate}/gu, '_')).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
