import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { absenceBody, absenceJson, absencesAnswer, byId, leavePlan as planShape, planFilter, standingAnswer } from '../contract.ts';
import { endLeave, enterLeave, leavePlan, listLeave, standingFor } from '../server/absence.ts';

const work = { is: 'right', right: 'work' } as const;

export const listAbsences = operation({
  method: 'GET', path: '/api/absences', summary: { zh: '请假与代理', en: 'Leave and substitutes' }, access: work, answer: absencesAnswer,
  handle: async ({ actor, context }) => ({ items: await listLeave(context, actor), next: null }),
});

export const readLeavePlan = operation({
  method: 'GET', path: '/api/absences/plan', summary: { zh: '请假期间到期的', en: 'What falls due during a leave' }, access: work, query: planFilter, answer: planShape,
  handle: ({ actor, input: { query }, context }) => leavePlan(context, actor, query),
});

export const listStanding = operation({
  method: 'GET', path: '/api/absences/standing', summary: { zh: '我代别人办的', en: 'What I do for others' }, access: work, answer: standingAnswer,
  handle: async ({ actor, context }) => ({ items: await standingFor(context, actor), next: null }),
});

export const postAbsence = changing({
  method: 'POST', path: '/api/absences', summary: { zh: '登记请假', en: 'Enter leave' }, access: work, body: absenceBody, answer: absenceJson, status: 201,
  change: (scope, { input: { body }, context }) => enterLeave(scope, context, body),
});

export const postAbsenceEnd = changing({
  method: 'POST', path: '/api/absences/{id}/end', summary: { zh: '提前结束请假', en: 'End leave early' }, access: work, params: byId, answer: absenceJson,
  change: (scope, { input: { params }, context }) => endLeave(scope, context, params.id),
});

export const absenceOperations = [listAbsences, readLeavePlan, listStanding, postAbsence, postAbsenceEnd] as const;
