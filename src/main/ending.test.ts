import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endInOrder } from './ending.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('ends the database whatever hangs or fails before it, and says what did', async () => {
  const order: string[] = [];
  const told: string[] = [];
  const note = (what: string) => async () => void order.push(what);
  const ending = endInOrder([
    { what: 'the server', patience: 10, end: () => new Promise(() => undefined) },
    { what: 'the loops', patience: 10, end: () => { throw new Error('broken'); } },
    { what: 'the sessions', patience: 10, end: note('sessions') },
  ], note('database'), (what) => told.push(what));
  await vi.advanceTimersByTimeAsync(10);
  await ending;
  expect([order, told]).toEqual([['sessions', 'database'], ['the server did not end in time', 'the loops: broken']]);
});
