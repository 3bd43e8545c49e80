import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#platform/clock/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { END_PATIENCE, startLoop, waitAtMost } from './index.ts';

afterEach(() => { vi.useRealTimers(); });

const never = new Promise<never>(() => undefined);

describe('a loop', () => {
  it('ends although what is under way never does', async () => {
    vi.useFakeTimers();
    const loop = startLoop({ clock: systemClock, log: silentLog, failed: 'x', round: () => never, next: () => Promise.resolve(null) });
    const ended = vi.fn();
    void loop.stop().then(ended);
    await vi.advanceTimersByTimeAsync(END_PATIENCE - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
  });

  it('waits at its end for a round that ends', async () => {
    let finish: (done: boolean) => void = () => undefined;
    const loop = startLoop({ clock: systemClock, log: silentLog, failed: 'x', round: () => new Promise<boolean>((settle) => { finish = settle; }), next: () => Promise.resolve(null) });
    const ended = vi.fn();
    const stopping = loop.stop().then(ended);
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    finish(false);
    await stopping;
  });
});

describe('waiting with an end', () => {
  it('says whether the work has ended, also when it failed', async () => {
    vi.useFakeTimers();
    expect(await waitAtMost(Promise.resolve(1), 5)).toBe(true);
    expect(await waitAtMost(Promise.reject(new Error('broken')), 5)).toBe(true);
    const waiting = waitAtMost(never, 5);
    await vi.advanceTimersByTimeAsync(5);
    expect(await waiting).toBe(false);
  });
});
