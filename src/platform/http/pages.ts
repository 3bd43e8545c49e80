import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import files from '@fastify/static';
import { missing } from '#platform/operations/index.ts';
import { sendFailure } from './failures.ts';
import { filledByStranger } from './framing.ts';
import { languageOfRequest } from './identifying.ts';
import type { ServeOptions } from './options.ts';

const PREPARING = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>售后</title>
<style>body{font:16px/1.6 system-ui,sans-serif;display:grid;place-items:center;height:100vh;margin:0;color:#333}</style></head>
<body><p>正在准备页面…<br><small>Preparing the pages…</small></p></body></html>
`;

const FAILED = PREPARING.replace('<meta http-equiv="refresh" content="2">', '').replace(/<p>.*<\/p>/s, '<p>页面没有编译成功，原因在启动它的窗口里。接口照常可用。<br><small>The pages could not be built; the window it was started in says why. The API works.</small></p>');

/** Serves the built pages; addresses of the browser's own router all get the first page. Until they are built, a page that asks again. */
export async function servePages(server: FastifyInstance, { web: folder = null, framed = null, publicUrl = null }: Pick<ServeOptions, 'web' | 'framed' | 'publicUrl'>): Promise<void> {
  if (folder !== null) {
    await server.register(files, {
      root: folder,
      index: false,
      suppressWarning: true,
      cacheControl: false,
      // The builder packs them beside themselves.
      preCompressed: true,
      // The builder puts a hash of the content into the names below assets/.
      setHeaders: (response, path) => void response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
    server.route({ method: ['GET', 'HEAD'], url: '/', handler: (_request, reply) => firstPage(reply, folder) });
  }
  server.setNotFoundHandler((request, reply) => {
    if (folder === null || !isPage(request)) return sendFailure(reply, missing(), languageOfRequest(request));
    // The page opens all the same, empty, and says so.
    if (filledByStranger(request, framed, publicUrl)) return reply.code(303).header('cache-control', 'no-store').redirect(`${framed?.path ?? '/'}?refused=1`, 303);
    return firstPage(reply, folder, lightPage(request, folder));
  });
}

function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '/';
  return (request.method === 'GET' || request.method === 'HEAD') && !/^\/api(\/|$)/i.test(path) && !/\.\w+$/.test(path);
}

const PHONE = /Mobi|Android|iPhone/i;

/** An address may have a light page of its own for phones, `<address>.html`; with `?door` it gets the whole product all the same, whose door it needs. */
function lightPage(request: FastifyRequest, folder: string): string | undefined {
  const [path = '', query = ''] = request.url.split('?');
  const name = /^\/([a-z]+)$/.exec(path)?.[1];
  if (name === undefined || name === 'index' || new URLSearchParams(query).has('door') || !PHONE.test(request.headers['user-agent'] ?? '')) return undefined;
  return existsSync(join(folder, `${name}.html`)) ? `${name}.html` : undefined;
}

function firstPage(reply: FastifyReply, folder: string, light?: string): FastifyReply {
  if (light !== undefined) return reply.header('vary', 'user-agent').sendFile(light);
  if (existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
  // The builder leaves a mark beside the folder when it could not build.
  if (existsSync(`${folder}.failed`)) return reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(FAILED);
  return reply.code(503).header('retry-after', '2').header('cache-control', 'no-store').type('text/html; charset=utf-8').send(PREPARING);
}
