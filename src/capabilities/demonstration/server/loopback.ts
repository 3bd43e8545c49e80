import { isLoopback } from '../rules/loopback.ts';

/** The demonstration was asked to listen where others can reach it. */
export class NotLoopback extends Error {
  override readonly name = 'NotLoopback';
}

/**
 * The demonstration has accounts whose passwords everybody may know: it only serves the machine it runs on.
 * @param instead - what to do, where the usual advice was followed already; '' = that advice.
 * @throws NotLoopback for any address that others could reach.
 */
export function assertLoopback(host: string, instead = ''): void {
  if (isLoopback(host)) return;
  throw new NotLoopback([
    `示例数据只能在本机试用，不能监听 ${host}。${instead === '' ? '请去掉 HOST 设置，或用 npm start -- --empty 建立正式系统。' : ''}`,
    `The demonstration only serves this machine and cannot listen on ${host}. ${instead === '' ? 'Leave HOST out, or set up a real system with npm start -- --empty.' : ''}`.trim(),
    ...(instead === '' ? [] : [instead]),
  ].join('\n'));
}
