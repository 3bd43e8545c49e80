import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { calendarChange, calendarJson } from '../contract.ts';
import { calendarOf, changeCalendar } from '../server/calendar.ts';

/** As far as a policy's calendars are ever compiled. */
const ofYear = z.strictObject({ year: z.string().regex(/^20\d\d$/).transform(Number) });

export const getCalendar = operation({
  method: 'GET', path: '/api/calendar/{year}', summary: { zh: '节假日与调休', en: 'Holidays and make-up days' }, access: { is: 'signed-in' }, params: ofYear, answer: calendarJson,
  handle: ({ actor, input: { params }, context }) => withReadScope(context.db, actor, (scope) => calendarOf(scope, params.year)),
});

export const putCalendar = changing({
  method: 'PUT', path: '/api/calendar/{year}', summary: { zh: '修改节假日与调休', en: 'Change holidays and make-up days' }, access: { is: 'administrator' },
  params: ofYear, body: calendarChange, answer: calendarJson,
  change: (scope, { input: { params, body }, context }) => changeCalendar(scope, context, params.year, body),
});
