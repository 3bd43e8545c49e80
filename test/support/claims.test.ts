import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { claim, handOut } from '../journeys/claims.ts';

const claims = await handOut(['one', 'two']);
const asked: Socket[] = [];
/** As a worker asks; its end is the end of its connection. */
function worker(): { readonly given: Promise<string>; die(): void } {
  const socket = connect(claims.port, '127.0.0.1');
  asked.push(socket);
  return { given: once(socket, 'data').then(([said]) => String(said).trim()), die: () => socket.destroy() };
}

afterAll(() => asked.forEach((socket) => socket.destroy()));

it('gives each worker one to itself for as long as it lives, and lets a third wait until one has ended', async () => {
  const [first, second] = [worker(), worker()];
  const [its, others] = await Promise.all([first.given, second.given]);
  expect([its, others].toSorted()).toEqual(['one', 'two']);
  let third = '';
  const waits = claim(claims.port).then((given) => { third = given; });
  // Another that asks in vain and goes: nothing is kept for the dead.
  const fourth = worker();
  await once(asked.at(-1) as Socket, 'connect');
  expect(third).toBe('');
  fourth.die();
  first.die();
  await waits;
  expect(third).toBe(its);
});
