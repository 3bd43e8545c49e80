import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import files from '@fastify/static';
import { missing } from '#platform/operations/index.ts';
import { sendFailure } from './failures.ts';
import { languageOfRequest } from './identifying.ts';

const PREPARING = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>售后</title>
<style>body{font:16px/1.6 system-ui,sans-serif;display:grid;place-items:center;height:100vh;margin:0;color:#333}</style></head>
<body><p>正在准备页面…<br><small>Preparing the pages…</small></p></body></html>
`;

/** Serves the built pages; addresses of the browser's own router all get the first page. Until they are built, a page that asks again. */
export async function servePages(server: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null) {
    await server.register(files, {
      root: folder,
      index: false,
      suppressWarning: true,
      cacheControl: false,
      // The builder puts a hash of the content into the names below assets/.
      setHeaders: (response, path) => void response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
    server.route({ method: ['GET', 'HEAD'], url: '/', handler: (_request, reply) => firstPage(reply, folder) });
  }
  server.setNotFoundHandler((request, reply) => (folder !== null && isPage(request) ? firstPage(reply, folder) : sendFailure(reply, missing(), languageOfRequest(request))));
}

function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '/';
  return (request.method === 'GET' || request.method === 'HEAD') && !/^\/api(\/|$)/i.test(path) && !/\.\w+$/.test(path);
}

function firstPage(reply: FastifyReply, folder: string): FastifyReply {
  if (existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
  return reply.code(503).header('retry-after', '2').header('cache-control', 'no-store').type('text/html; charset=utf-8').send(PREPARING);
}
