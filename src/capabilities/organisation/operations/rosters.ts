import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { z } from 'zod';
import { onDutyAnswer, onDutyFilter, patternBody, rosterJson, shiftsBody, unitParams, weekBody, weekFilter } from '../contract.ts';
import { onDutyJson } from '../server/duty.ts';
import { setPattern, setShifts, setWeek } from '../server/edit-roster.ts';
import { presencesOf } from '../server/presence.ts';
import { presentOf } from '../server/present.ts';
import { dutyAt } from '../server/rosters.ts';
import { rosterWeek } from '../server/week.ts';

const work = { is: 'right', right: 'work' } as const;
const oversee = { is: 'right', right: 'oversee' } as const;
const done = z.object({ ok: z.literal(true) });
const DONE = { ok: true } as const;
const NAMES = 'select id, name from person where tenant_id = $1';

export const readRoster = operation({
  method: 'GET', path: '/api/rosters/{unit}', summary: { zh: '一周排班', en: 'A week of a roster' }, access: work, params: unitParams, query: weekFilter, answer: rosterJson,
  handle: ({ actor, input: { params, query }, context }) => rosterWeek(context, actor, params.unit, query.day ?? null),
});

export const putShifts = changing({
  method: 'PUT', path: '/api/rosters/{unit}/shifts', summary: { zh: '设定班次', en: 'Set the shifts' }, access: oversee, params: unitParams, body: shiftsBody, answer: done,
  change: async (scope, { input: { params, body }, context }) => { await setShifts(scope, context, params.unit, body); return DONE; },
});

export const putWeek = changing({
  method: 'PUT', path: '/api/rosters/{unit}/week', summary: { zh: '修改排班', en: 'Change the roster' }, access: oversee, params: unitParams, body: weekBody, answer: done,
  change: async (scope, { input: { params, body }, context }) => { await setWeek(scope, context, params.unit, body); return DONE; },
});

export const putPattern = changing({
  method: 'PUT', path: '/api/rosters/{unit}/pattern', summary: { zh: '设定每周固定班', en: 'Set the weekly pattern' }, access: oversee, params: unitParams, body: patternBody, answer: done,
  change: async (scope, { input: { params, body }, context }) => { await setPattern(scope, context, params.unit, body); return DONE; },
});

export const listOnDuty = operation({
  method: 'GET', path: '/api/on-duty', summary: { zh: '现在谁当班', en: 'Who is on duty now' }, access: work, query: onDutyFilter, answer: onDutyAnswer,
  handle: ({ actor, input: { query }, context }) => withReadScope(context.db, actor, async (scope) => {
    const { now, zone } = await presentOf(scope, context.clock.now());
    const names = new Map((await scope.rows<{ id: string; name: string }>({ sql: NAMES, parameters: [scope.tenant] })).map((each) => [each.id, each.name]));
    const duty = [...(await dutyAt(scope, now))].filter(([unit]) => query.unit === undefined || unit === query.unit).flatMap(([, list]) => list);
    return { items: onDutyJson(duty, names, await presencesOf(scope), zone), next: null };
  }),
});

export const rosterOperations = [readRoster, putShifts, putWeek, putPattern, listOnDuty] as const;
