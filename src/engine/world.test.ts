import { describe, expect, it } from 'vitest';
import { cnDayTable, isOpen } from './calendar/index.ts';
import { parseInstant } from './instant.ts';
import { readPolicy } from './reading/index.ts';
import { worldFor } from './world.ts';

const TEXT = `
aftercare: 1
policy: small
title: 小制度
zone: Asia/Shanghai
calendars: { working: { weekly: { mon-fri: ["09:00-18:00"] }, holidays: CN }, service: { weekly: { mon-sun: ["08:00-20:00"] } } }
positions: { clerk: { title: 店员, level: 10, ours: test } }
kinds: { complaint: { title: 投诉, stages: [in], acts: { receive: { to: in, may: [clerk], ours: test } } } }
`;

describe('the world a policy runs in', () => {
  const { policy } = readPolicy({ file: 'small.yaml', text: TEXT });
  if (!policy) throw new Error('the small policy cannot be read');
  const world = worldFor(policy, { now: 0, years: { from: 2025, to: 2026 }, table: cnDayTable() });

  it('has every calendar compiled, holidays and make-up days included', () => {
    const [holiday, makeUpDay] = [parseInstant('2026-02-16T10:00:00+08:00') ?? 0, parseInstant('2026-02-14T10:00:00+08:00') ?? 0];
    const { working, service } = world.calendars;
    if (!working || !service) throw new Error('a calendar is missing');
    expect([isOpen(working, holiday), isOpen(working, makeUpDay), isOpen(service, holiday)]).toEqual([false, true, true]);
  });

  it('knows the acts of daily life', () => {
    expect(Object.keys(world.policy.kinds['complaint']?.acts ?? {})).toEqual(expect.arrayContaining(['receive', 'suspend', 'chase', 'void']));
  });

  it('asks nobody and assumes nothing unless it is told', () => {
    expect(world.directory).toEqual({ units: [], people: [] });
    expect(world).not.toHaveProperty('history');
    expect(world).not.toHaveProperty('assume');
  });
});
