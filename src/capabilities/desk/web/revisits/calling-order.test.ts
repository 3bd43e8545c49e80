import { describe, expect, it } from 'vitest';
import { callingOrder } from './calling-order.ts';

const row = (name: string, agreed: string | null) => ({ name, agreed });

describe('whom to call next', () => {
  it('is whom one agreed to call by now, then those without an agreement; later calls come last', () => {
    const now = Date.parse('2026-03-02T10:05:00+08:00');
    const rows = [row('later', '2026-03-02T15:00:00+08:00'), row('a', null), row('due', '2026-03-02T10:00:00+08:00'), row('b', null), row('soon', '2026-03-02T11:00:00+08:00')];
    expect(callingOrder(rows, now).map(({ name }) => name)).toEqual(['due', 'a', 'b', 'soon', 'later']);
  });
});
