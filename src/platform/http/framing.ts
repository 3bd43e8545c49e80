import type { FastifyRequest } from 'fastify';
import { isOwn } from './origin.ts';

/** The one page that systems outside may show in a frame, or open with something filled in: a telephone system's screen-pop. */
export interface Framed {
  /** Its address, such as `/intake`. */
  readonly path: string;
  /** Origins of those systems (`https://pbx.example.com`); none means that nobody may. */
  readonly by: readonly string[];
}

/** Which pages may have this page inside them, as a browser wants it told; null: none. */
export function ancestorsOf(url: string, framed: Framed | null): string | null {
  if (!framed || framed.by.length === 0 || pageOf(url).path !== framed.path) return null;
  return ["'self'", ...framed.by].join(' ');
}

/**
 * Whether another site's page wants to fill in our page and is none of those that may: its address comes with something filled in,
 * and the browser says that a stranger sent it there. In a frame the browser itself asks `frame-ancestors` first.
 */
export function filledByStranger(request: FastifyRequest, framed: Framed | null, publicUrl: string | null): boolean {
  if (!framed) return false;
  const page = pageOf(request.url);
  if (page.path !== framed.path || !FILLS.some((name) => page.given.has(name))) return false;
  const site = request.headers['sec-fetch-site'];
  const referer = originOf(request.headers.referer);
  if (site === 'same-origin' || site === 'none') return false;
  if (referer !== null) return !framed.by.includes(referer) && !isOwn(referer, request, publicUrl);
  // No word of where it comes from: by a browser that tells at least that it is elsewhere, only a frame (checked by itself) may.
  const dest = request.headers['sec-fetch-dest'];
  return site !== undefined && !((dest === 'iframe' || dest === 'frame') && framed.by.length > 0);
}

/** What the framed page takes from its address. */
const FILLS = ['phone', 'call'] as const;

/** An address as the browser's own router understands it: decoded, and with a slash at its end or doubled no other page. */
function pageOf(url: string): { readonly path: string; readonly given: URLSearchParams } {
  const [, written = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  return { path: decoded(written).replace(/\/+/g, '/').replace(/(.)\/$/, '$1'), given: new URLSearchParams(query) };
}

/** What cannot be decoded is no page of ours, and stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function originOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { origin } = new URL(address);
  return origin === 'null' ? null : origin;
}
