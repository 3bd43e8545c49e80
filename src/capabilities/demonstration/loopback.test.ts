import { describe, expect, it } from 'vitest';
import { assertLoopback, NotLoopback } from './index.ts';

describe('the demonstration', () => {
  it('serves the machine it runs on', () => {
    expect(() => assertLoopback('127.0.0.1')).not.toThrow();
  });

  it('refuses to serve others, and says what to do instead in both languages', () => {
    expect(() => assertLoopback('0.0.0.0')).toThrow(NotLoopback);
    expect(() => assertLoopback('0.0.0.0')).toThrow(/不能监听 0\.0\.0\.0.*--empty.*cannot listen on 0\.0\.0\.0.*--empty/s);
  });
});
