import { describe, expect, it } from 'vitest';
import { manualClock } from '#platform/clock/index.ts';
import { receivers } from '../../../../test/support/receivers.ts';
import { mailOut } from './mailing.ts';
import { post, type Resolve } from './post.ts';
import { openSealingKey, seal, unseal } from './sealing.ts';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const fake = await receivers(manualClock(0));
const port = new URL(fake.address).port;
const to = (...addresses: string[]): Resolve => () => Promise.resolve(addresses);
const request = (url: string) => ({ url, method: 'POST', headers: { 'x-message-id': 'm1' }, body: '{"text":{"content":"hello"}}' });
const troubleOf = async (url: string, resolve: Resolve = to('8.8.8.8'), reach: 'public' | 'public-or-loopback' = 'public') => {
  const answer = await post(request(url), reach, resolve);
  return 'trouble' in answer ? answer.trouble.zh : 'answered';
};

describe('a request to the outside', () => {
  it.each([
    'https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'https://2130706433/', 'https://0x7f.1/',
    'https://[::ffff:169.254.169.254]/', 'https://0/', 'https://[64:ff9b::a9fe:a9fe]/', 'https://100.100.100.200/',
  ])('never goes to %s', async (url) => {
    expect(await troubleOf(url, to('127.0.0.1'))).toMatch(/指向本机或内部网络/);
  });

  it('never goes to a name that leads inside, not even beside a public address, nor one that changes its mind afterwards', async () => {
    let asked = 0;
    const turning: Resolve = () => Promise.resolve(asked++ === 0 ? ['8.8.8.8', '10.1.2.3'] : ['8.8.8.8']);
    expect(await troubleOf('https://robot.example/', turning)).toMatch(/内部网络/);
    expect(asked).toBe(1);
  });

  it('connects to the very address that was looked at, whatever the name says by then', async () => {
    const answer = await post(request(`http://robot.example:${port}/wecom/pinned`), 'public-or-loopback', to('127.0.0.1'));
    expect([answer, fake.taken('/wecom/pinned')[0]?.headers.host]).toEqual([{ status: 200, body: '{"errcode":0,"errmsg":"ok"}' }, `robot.example:${port}`]);
  });

  it('needs https, a name that can be found, and no password in the address', async () => {
    expect(await troubleOf('http://robot.example/')).toMatch(/https/);
    expect(await troubleOf('https://nowhere.example/', to())).toMatch(/找不到 nowhere\.example/);
    expect(await troubleOf('https://nowhere.example/', () => Promise.reject(new Error('ENOTFOUND')))).toMatch(/找不到/);
    expect(await troubleOf('https://u:p@robot.example/')).toMatch(/账号和密码/);
  });

  it('follows nothing: where it is sent on, nobody is asked', async () => {
    fake.answer('/wecom/moved', (_request, response) => response.writeHead(302, { location: `${fake.address}/wecom/inside` }).end());
    expect(await post(request(`${fake.address}/wecom/moved`), 'public-or-loopback', to('127.0.0.1'))).toMatchObject({ status: 302 });
    expect(fake.asked('/wecom/inside')).toBe(0);
  });

  it('reads no more than 64 kB of an answer that does not end', async () => {
    fake.answer('/wecom/endless', (_request, response) => {
      const more = (): void => { while (response.write('x'.repeat(16_384))); response.once('drain', more); };
      more();
    });
    const answer = await post(request(`${fake.address}/wecom/endless`), 'public-or-loopback', to('127.0.0.1'));
    expect('body' in answer && answer.body.length).toBe(65_536);
  });

  const HEAD = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n';
  const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  it.each<[string, (socket: Socket) => void]>([
    ['ends in the middle of its answer', (socket) => socket.end(`${HEAD}{"errcode":`)],
    ['breaks off in the middle of its answer', (socket) => socket.write(`${HEAD}{"errcode":`, () => socket.resetAndDestroy())],
    ['speaks another protocol', (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')],
    ['counts its answer wrongly', (socket) => socket.write(`${CHUNKED}ZZ\r\n`)],
    ['ends without a word', (socket) => socket.end()],
    ['falls silent in the middle of its answer', (socket) => socket.write(`${HEAD}{"errcode":`)],
  ])('settles when the receiver %s', async (_what, act) => {
    const server = createServer((socket) => { socket.on('error', () => undefined).once('data', () => act(socket)); });
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
    expect(await troubleOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, to('127.0.0.1'), 'public-or-loopback')).toMatch(/连不上|没有回答/);
    server.close();
  }, 8_000);

  it('says so where nobody listens', async () => {
    expect(await troubleOf('http://127.0.0.1:1/', to('127.0.0.1'), 'public-or-loopback')).toMatch(/拒绝连接/);
  });

  it('of mail goes to no internal server, and to ports of mail only', async () => {
    const server = { host: 'mail.example', port: 465, secure: true, user: '', password: '', from: 'a@example.com' };
    const mail = { to: 'b@example.com', subject: 's', text: 't', id: 'm' };
    expect((await mailOut(server, mail, 'public', to('10.0.0.5')))?.zh).toMatch(/内部网络/);
    expect((await mailOut({ ...server, port: 22 }, mail, 'public', to('8.8.8.8')))?.zh).toMatch(/端口 22/);
  });
});

describe('a sealed secret', () => {
  it('opens with its key and for its channel only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sealing-'));
    const [key, same] = await Promise.all([openSealingKey(folder), openSealingKey(folder)]);
    expect(Buffer.from(key).equals(Buffer.from(same))).toBe(true);
    expect((await stat(join(folder, 'channels', 'sealing.key'))).mode & 0o077).toBe(0);
    const sealed = seal(key, '{"url":"https://x"}', 't/1');
    expect(sealed.toString('latin1')).not.toContain('https');
    expect([unseal(key, sealed, 't/1'), unseal(key, sealed, 't/2'), unseal(new Uint8Array(32), sealed, 't/1'), unseal(key, new Uint8Array(3), 't/1')]).toEqual(['{"url":"https://x"}', null, null, null]);
    await rm(folder, { recursive: true });
  });
});
