import type { Socket } from 'node:net';
import type { Text } from '#engine/text.ts';
import { Failure, unreadable } from '#platform/operations/index.ts';

const broken: Text = { zh: '收到的内容不是完整的 HTTP 请求，无法读取。', en: 'What came is no complete HTTP request and cannot be read.' };
const slow = new Failure(408, 'too-slow', { zh: '请求发送得太慢，连接已关闭，请重新发送。', en: 'The request came too slowly and the connection was closed. Please send it again.' });
const longHead = new Failure(431, 'head-too-large', { zh: '请求头过大，请清除本站的 Cookie 后重试。', en: 'The head of the request is too large. Please clear the cookies of this site and try again.' });
const WORDS: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

/**
 * Answers bytes that are no request, and requests that never end, where there is nothing yet to answer on but the socket:
 * the same form as every other failure, in both languages because no language was named. The socket is closed.
 */
export function refuseBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const failure = failureOf(error.code);
  const body = JSON.stringify({ error: failure.error, message: `${failure.text.zh} ${failure.text.en}` });
  const head = [
    `HTTP/1.1 ${failure.status} ${WORDS[failure.status]}`, 'Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff', 'Cache-Control: no-store', 'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function failureOf(code: string | undefined): Failure {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return slow;
  return code === 'HPE_HEADER_OVERFLOW' ? longHead : unreadable(broken);
}
