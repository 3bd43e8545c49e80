import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnDayTable } from '../calendar/index.ts';
import { DAY, formatInstant, HOUR, parseInstant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { readPolicy } from '../reading/index.ts';
import { parseColumns, planColumns } from './columns.ts';
import { replay, startReplay } from './replay.ts';
import type { DutyReport, HistoryRow, ReplayOptions, ReplayReport } from './types.ts';

const ZONE = 'Asia/Shanghai';
const SHOP = `
aftercare: 1
policy: shop
title: 小店投诉制度
zone: Asia/Shanghai
calendars:
  working: { weekly: { mon-fri: ["09:00-12:00", "13:30-18:00"] }, holidays: CN }
units: { goods-office: { title: 商品部, ours: test } }
positions: { clerk: { title: 店员, level: 10, ours: test } }
kinds:
  complaint:
    title: 投诉
    roles: { handler: { title: 承办, set_by: forward, is: it.to, ours: test } }
    facts:
      content: { title: 内容, type: text, ours: test }
      at_once: { title: 能立即答复, type: yes-no, ours: test }
      promised_by: { title: 约定时间, type: instant, ours: test }
      about: { title: 涉及, values: { goods: { title: 商品 }, service: { title: 服务 } }, ours: test }
    stages: [in, answered]
    acts:
      receive: { to: in, may: [clerk], asks: [content, at_once, about, promised_by], ours: test }
      forward: { from: [in], may: [clerk], ours: test }
      reply:   { from: [in], to: answered, may: [clerk], ours: test }
      revisit: { from: [answered], outcomes: [satisfied, unreachable], may: [clerk], ours: test }
duties:
  same-day: { title: 当天答复, of: complaint, after: receive, when: at_once, who: clerk, do: reply, due: same day, clause: X-1 }
  reply:
    title: 一周答复
    of: complaint
    after: receive
    who: clerk
    do: reply
    rows:
      - { when: about is goods, due: 7 days, clause: X-2 }
      - { due: 10 days, clause: X-3 }
  promise:  { title: 按约答复, of: complaint, after: receive, who: clerk, do: reply, due: at promised_by, clause: X-6 }
  forward:  { title: 转办, of: complaint, after: receive, who: clerk, do: forward, due: 2 working days, clause: X-4 }
  revisit:  { title: 回访, of: complaint, after: reply, who: clerk, do: revisit, due: 24 hours, met_when: it.outcome is not unreachable, clause: X-5 }
`;

function shop(): Policy {
  const { policy, problems } = readPolicy({ file: 'shop.yaml', text: SHOP });
  if (!policy) throw new Error(problems.map((each) => `${each.line} ${each.message.en}`).join('\n'));
  return policy;
}
const policy = shop();

function options(columns: string, rest: Partial<Pick<ReplayOptions, 'assume' | 'asOf' | 'zone'>> = {}): ReplayOptions {
  const planned = planColumns(policy, parseColumns(columns) ?? [], null);
  if ('problem' in planned) throw new Error(planned.problem.en);
  return { policy, table: cnDayTable(), columns: planned.plan, zone: ZONE, asOf: null, assume: {}, ...rest };
}

const COLUMNS = 'id=id,received=received,forwarded=forwarded,replied=replied,revisited=revisited,revisited.outcome=outcome,about=about,at_once=at_once';
const rowsOf = (...rows: readonly Record<string, string>[]): readonly HistoryRow[] => rows.map((cells, index) => ({ row: index + 2, cells }));
const dutyOf = (report: ReplayReport, id: string): DutyReport | undefined => report.duties.find((each) => each.duty === id);
const at = (text: string): number => parseInstant(`${text}+08:00`) ?? 0;

describe('a replay worked out by hand', () => {
  // 2026-03-02 is a Monday.
  const rows = rowsOf(
    { id: 'a', received: '2026/3/2 9:00:00', replied: '2026/3/2 15:00:00', about: '商品', at_once: '是', forwarded: '2026/3/4 18:00' },
    { id: 'b', received: '2026/3/2 9:00:00', replied: '2026/3/10 00:00', about: 'goods', at_once: '否', forwarded: '2026/3/4 18:01' },
    { id: 'c', received: '2026/3/2 9:00:00', replied: '2026/3/10 00:01', about: 'goods' },
    { id: 'd', received: '2026/3/20 9:00:00', about: '服务' },
    { id: 'e', received: '2026/3/2 9:00:00' },
  );
  const report = replay(rows, options(COLUMNS, { asOf: at('2026-03-20T12:00:00') }));

  it('counts what was in time, late, not done and not due yet', () => {
    // b: 24:00 of the seventh day is in time; c: one minute later is late; e: ten days are over; d: the tenth day is still to come.
    expect(dutyOf(report, 'reply')).toMatchObject({ clause: 'X-2, X-3', applies: 5, notApplicable: 0, open: 1, due: 4, met: 2, late: 1, breached: 1, assumed: 0 });
    // a until the closing of the second working day, b one minute after it, d not yet, c and e never.
    expect(dutyOf(report, 'forward')).toMatchObject({ applies: 5, open: 1, due: 4, met: 1, late: 1, breached: 2 });
  });

  it('gives clock hours: the median, the nearest rank, and the longest with what is still not done', () => {
    expect(dutyOf(report, 'reply')).toMatchObject({ medianHours: 183, p90Hours: 183.02 });
    expect(dutyOf(report, 'reply')?.worst).toEqual([{ id: 'e', hours: 435, done: false, nth: null, row: null }, { id: 'c', hours: 183.02, done: true, nth: null, row: null }, { id: 'b', hours: 183, done: true, nth: null, row: null }, { id: 'a', hours: 6, done: true, nth: null, row: null }]);
  });

  it('applies a duty only where the fact it depends on is known, and says how many rows that leaves out', () => {
    expect(dutyOf(report, 'same-day')).toMatchObject({ applies: 1, met: 1, notApplicable: 4, unknown: { rows: 3, facts: ['at_once'] } });
    expect(report.notes.map((note) => note.zh)).toContainEqual('「当天答复」有 3 行没有计入，因为不知道“能立即答复”；可用 --assume at_once=… 假设');
  });

  it('counts nothing as in time, late or open of which nobody knows until when it was owed, and says how many', () => {
    const nobodyKnows = dutyOf(report, 'promise');
    expect(nobodyKnows).toMatchObject({ applies: 0, notApplicable: 5, open: 0, due: 0, met: 0, late: 0, breached: 0, assumed: 0, medianHours: null, worst: [], unknown: { rows: 5, facts: ['promised_by'] } });
    expect(report.notes.map((note) => note.zh)).toContainEqual('「按约答复」有 5 行没有计入，因为不知道“约定时间”；可用 --columns promised_by=列名 读入');
    const some = rowsOf(
      { id: 'a', received: '2026/3/2 9:00', replied: '2026/3/2 15:00', promised_by: '2026/3/2 15:00' },
      { id: 'b', received: '2026/3/2 9:00', replied: '2026/3/2 15:00', promised_by: '2026/3/2 14:00' },
      { id: 'c', received: '2026/3/2 9:00', promised_by: '2026/3/3 9:00' },
      { id: 'd', received: '2026/3/2 9:00', promised_by: '2026/4/1 9:00' },
      { id: 'e', received: '2026/3/2 9:00', replied: '2026/3/2 15:00' },
      { id: 'f', received: '2026/3/2 9:00' },
    );
    const until = { asOf: at('2026-03-20T12:00:00') };
    expect(dutyOf(replay(some, options(`${COLUMNS},promised_by=promised_by`, until)), 'promise')).toMatchObject({ applies: 4, notApplicable: 2, open: 1, due: 3, met: 1, late: 1, breached: 1, assumed: 0, unknown: { rows: 2, facts: ['promised_by'] } });
    const assumed = replay(some, options(`${COLUMNS},promised_by=promised_by`, { ...until, assume: { promised_by: '2026-03-02T12:00:00+08:00' } }));
    expect(dutyOf(assumed, 'promise')).toMatchObject({ applies: 6, notApplicable: 0, open: 1, due: 5, met: 1, late: 2, breached: 2, assumed: 2, unknown: { rows: 0, facts: [] } });
  });

  it('counts how many rest on an assumption, and leaves what is known alone', () => {
    const assumed = replay(rows, options(COLUMNS, { asOf: at('2026-03-20T12:00:00'), assume: { at_once: true, about: 'goods' } }));
    expect(dutyOf(assumed, 'same-day')).toMatchObject({ applies: 4, notApplicable: 1, open: 1, due: 3, met: 1, late: 1, breached: 1, assumed: 3 });
    expect(dutyOf(assumed, 'reply')).toMatchObject({ applies: 5, assumed: 1 });
    expect(dutyOf(assumed, 'forward')).toMatchObject({ assumed: 0 });
  });
});

describe('a replay', () => {
  it('counts to the last instant of the history when nobody says to when', () => {
    const report = replay(rowsOf({ id: 'a', received: '2026/3/2 9:00' }, { id: 'b', received: '2026/3/2 9:00', replied: '2026/3/13 0:00' }), options(COLUMNS));
    expect(report.asOf).toBe(at('2026-03-13T00:00:00'));
    expect(dutyOf(report, 'reply')).toMatchObject({ applies: 2, open: 1, late: 0, met: 1 });
  });

  it('lets nothing happen after the instant it counts to', () => {
    const report = replay(rowsOf({ id: 'a', received: '2026/3/2 9:00', replied: '2026/3/12 9:00' }, { id: 'b', received: '2026/3/20 9:00' }), options(COLUMNS, { asOf: at('2026-03-03T00:00:00') }));
    expect(dutyOf(report, 'reply')).toMatchObject({ applies: 1, notApplicable: 1, open: 1, due: 0 });
    expect(report.notes[0]?.zh).toBe('有 1 行在截止时间之后才登记，不参加重演，各项时限都列在“不适用”里');
    const none = replay(rowsOf({ id: 'b', received: '2026/3/20 9:00' }), options(COLUMNS, { asOf: at('2026-03-03T00:00:00') }));
    expect(none.notes).toHaveLength(1);
  });

  it('names every row it cannot read, with the reason, and goes on', () => {
    const report = replay([
      ...rowsOf({ id: 'a', received: '' }, { id: 'b', received: '昨天' }, { id: 'c', received: '2026/3/2 9:00', replied: '2026/3/2 8:59' }, { id: 'd', received: '2026/3/2 9:00', replied: '已答复' },
        { id: 'e', received: '2026/3/2 9:00', about: '价格' }, { id: 'f', received: '2026/3/2 9:00', replied: '2026/3/2 9:00' }),
      { row: 9, cells: {}, broken: { zh: '这一行不是 JSON 对象', en: 'this line is no JSON object' } },
    ], options(COLUMNS));
    expect(report.rows).toBe(7);
    expect(report.unreadable.map(({ row, reason }) => [row, reason.zh])).toEqual([
      [2, '“received”是空的，不知道何时登记'],
      [3, '“received”：“昨天”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00'],
      [4, '“replied”（2026/3/2 8:59）早于“received”（2026/3/2 9:00）'],
      [5, '“replied”：“已答复”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00'],
      [6, '“about”：“价格”应为其中之一：商品、服务'],
      [9, '这一行不是 JSON 对象'],
    ]);
    expect(dutyOf(report, 'reply')).toMatchObject({ applies: 1, met: 1 });
  });

  it('keeps rows of one id apart and says so; a row without an id goes by its number', () => {
    const report = replay(rowsOf({ id: '7', received: '2026/3/2 9:00', replied: '2026/3/2 10:00' }, { id: '7', received: '2026/3/2 9:00', replied: '2026/3/2 11:00' }, { received: '2026/3/2 9:00', replied: '2026/3/2 12:00' }, { id: '4', received: '2026/3/2 9:00' }), options(COLUMNS));
    expect(dutyOf(report, 'reply')?.worst).toMatchObject([{ id: '4', row: 4, hours: 3 }, { id: '7', row: null, hours: 2 }, { id: '7', hours: 1 }]);
    expect(report.notes.map((note) => note.zh)).toContainEqual('有 1 行没有编号，以行号称呼：第 4 行');
    expect(report.notes.map((note) => note.zh)).toContainEqual('有 1 个编号出现不止一次，每一行都照计：7');
  });

  it('asks how an act ended where the duty does, and says where nobody knows', () => {
    const report = replay(rowsOf(
      { id: 'a', received: '2026/3/2 9:00', replied: '2026/3/2 10:00', revisited: '2026/3/2 11:00', outcome: '满意' },
      { id: 'b', received: '2026/3/2 9:00', replied: '2026/3/2 10:00', revisited: '2026/3/2 11:00', outcome: 'unreachable' },
      { id: 'c', received: '2026/3/2 9:00', replied: '2026/3/2 10:00', revisited: '2026/3/2 11:00' },
      { id: 'd', received: '2026/3/20 9:00' },
    ), options(COLUMNS));
    expect(dutyOf(report, 'revisit')).toMatchObject({ applies: 3, met: 1, breached: 2 });
    expect(report.notes.map((note) => note.zh)).toContainEqual('「回访」有 1 项办过了，但资料没有说明是否合乎要求，按未办计');
  });

  it('says when the act that a duty asks for has no column', () => {
    const report = replay(rowsOf({ received: '2026/3/2 9:00', replied: '2026/3/20 9:00' }), options('received=received,replied=replied'));
    expect(dutyOf(report, 'forward')).toMatchObject({ breached: 1 });
    expect(report.notes.map((note) => note.zh)).toContainEqual('「转办」要的办理（转办）没有对应的列，一律按未办计');
    const silent = replay(rowsOf({ received: '2026/3/2 9:00' }), options('received=received'));
    expect(silent.notes.map((note) => note.zh)).toContainEqual('「回访」从“答复”起算，资料里没有这一步');
  });

  it('compiles calendars for the years that come up, in whatever order', () => {
    const report = replay(rowsOf(...['2026/3/2', '2011/3/2', '2040/3/5', '1995/3/2'].map((day) => ({ received: `${day} 9:00`, forwarded: `${day} 10:00` }))), options(COLUMNS));
    expect(report.unreadable).toEqual([]);
    expect(dutyOf(report, 'forward')).toMatchObject({ applies: 4, met: 4 });
  });

  it('reads times in the zone it is told', () => {
    const rows = rowsOf({ received: '2026/3/2 19:00', replied: '2026/3/2 23:00' });
    const sameDay = (zone: string): DutyReport | undefined => dutyOf(replay(rows, options(COLUMNS, { zone, assume: { at_once: true } })), 'same-day');
    expect(sameDay('Asia/Shanghai')).toMatchObject({ met: 1, late: 0, medianHours: 4 });
    // In Dubai it is four hours later by the policy's own clocks: the answer falls on the next day.
    expect(sameDay('Asia/Dubai')).toMatchObject({ met: 0, late: 1, medianHours: 4 });
  });

  it('answers at any moment while rows are still coming', () => {
    const running = startReplay(options(COLUMNS));
    expect(running.report()).toMatchObject({ rows: 0, asOf: null });
    running.add({ row: 2, cells: { received: '2026/3/2 9:00', replied: '2026/3/2 10:00' } });
    expect(dutyOf(running.report(), 'reply')).toMatchObject({ applies: 1, met: 1 });
    running.add({ row: 3, cells: { received: '2026/3/2 9:00', replied: '2026/3/2 10:00' } });
    expect(dutyOf(running.report(), 'reply')).toMatchObject({ applies: 2, met: 2 });
  });
});

describe('for every history', () => {
  const BEGIN = at('2026-01-01T00:00:00');
  const moment = fc.integer({ min: 0, max: 90 * 24 }).map((hours) => formatInstant(BEGIN + hours * HOUR, ZONE));
  const cell = fc.oneof({ weight: 5, arbitrary: moment }, { weight: 1, arbitrary: fc.constantFrom('', '不详', '2026/2/30') });
  const row = fc.record({ received: cell, forwarded: cell, replied: cell, revisited: cell, outcome: fc.constantFrom('', 'satisfied', 'unreachable'), about: fc.constantFrom('', 'goods', '服务', '价格'), at_once: fc.constantFrom('', '是', '否') });
  const asOf = fc.option(fc.integer({ min: 0, max: 120 }).map((days) => BEGIN + days * DAY), { nil: null });

  it('what applies is due or open, what is due was met, late or breached, and every row is accounted for', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 12 }), asOf, fc.boolean(), (rows, until, assumed) => {
      const report = replay(rowsOf(...rows), options(COLUMNS, { asOf: until, assume: assumed ? { at_once: true } : {} }));
      for (const duty of report.duties) {
        expect(duty.applies).toBe(duty.due + duty.open);
        expect(duty.due).toBe(duty.met + duty.late + duty.breached);
        expect(duty.assumed).toBeLessThanOrEqual(duty.applies);
        expect(duty.worst.length).toBe(Math.min(10, duty.due));
        // No duty of this shop begins twice in one matter.
        expect(duty.applies + duty.notApplicable + report.unreadable.length).toBe(report.rows);
      }
    }), { numRuns: 60 });
  });

  it('the later one looks, the less is open', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const open = (days: number): number => (dutyOf(replay(rowsOf(...rows.map((each) => ({ ...each, received: '2026/1/1 9:00', forwarded: '', replied: '', revisited: '' }))), options(COLUMNS, { asOf: BEGIN + days * DAY })), 'reply')?.open ?? 0);
      expect(open(30)).toBeLessThanOrEqual(open(9));
      expect(open(30)).toBe(0);
    }), { numRuns: 30 });
  });
});
