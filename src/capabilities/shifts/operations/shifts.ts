import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { byId, handoversAnswer, handoverSheet, myShift as myShiftShape, ofUnit, sheetJson, startBody, takenAnswer } from '../contract.ts';
import { giveShift, handoversOf, handoverWith } from '../server/handover.ts';
import { myShift, say } from '../server/presence.ts';
import { drawnSheet } from '../server/sheet.ts';
import { takeOver } from '../server/take.ts';

const work = { is: 'right', right: 'work' } as const;

export const readMyShift = operation({
  method: 'GET', path: '/api/shifts/mine', summary: { zh: '我的班', en: 'My shift' }, access: work, answer: myShiftShape,
  handle: ({ actor, context }) => myShift(context, actor),
});

export const postStart = changing({
  method: 'POST', path: '/api/shifts/start', summary: { zh: '开始上班', en: 'Start of a shift' }, access: work, body: startBody, answer: myShiftShape,
  change: (scope, { input: { body }, context }) => say(scope, context, 'on', body.extension),
});

export const postAway = changing({
  method: 'POST', path: '/api/shifts/away', summary: { zh: '离席', en: 'Away for a moment' }, access: work, answer: myShiftShape,
  change: (scope, { context }) => say(scope, context, 'away'),
});

export const postEnd = changing({
  method: 'POST', path: '/api/shifts/end', summary: { zh: '下班', en: 'End of a shift' }, access: work, answer: myShiftShape,
  change: (scope, { context }) => say(scope, context, 'off'),
});

export const readSheet = operation({
  method: 'GET', path: '/api/handovers/sheet', summary: { zh: '现在的交接表', en: 'The hand-over sheet as of now' }, access: work, query: ofUnit, answer: sheetJson,
  handle: ({ actor, input: { query }, context }) => drawnSheet(context, actor, query.unit),
});

export const listHandovers = operation({
  method: 'GET', path: '/api/handovers', summary: { zh: '交接记录', en: 'Hand-overs' }, access: work, query: ofUnit, answer: handoversAnswer,
  handle: async ({ actor, input: { query }, context }) => ({ items: await handoversOf(context, actor, query.unit), next: null }),
});

export const readHandover = operation({
  method: 'GET', path: '/api/handovers/{id}', summary: { zh: '查看交接表', en: 'Read a hand-over sheet' }, access: work, params: byId, answer: handoverSheet,
  handle: ({ actor, input: { params }, context }) => handoverWith(context, actor, params.id),
});

export const postGive = changing({
  method: 'POST', path: '/api/handovers', summary: { zh: '交班', en: 'Hand a shift over' }, access: work, body: ofUnit, answer: handoverSheet, status: 201,
  change: (scope, { input: { body }, context }) => giveShift(scope, context, body.unit),
});

export const postTakeWithoutGiver = operation({
  method: 'POST', path: '/api/handovers/without-giver', summary: { zh: '接班（没有人交班）', en: 'Take over where nobody gave' }, access: work, body: ofUnit, answer: takenAnswer, status: 201, repeated: 'kept',
  handle: ({ actor, input: { body }, request, context }) => takeOver(context, actor, { unit: body.unit }, request),
});

export const postTake = operation({
  method: 'POST', path: '/api/handovers/{id}/take', summary: { zh: '接班', en: 'Take a shift over' }, access: work, params: byId, answer: takenAnswer, repeated: 'kept',
  handle: ({ actor, input: { params }, request, context }) => takeOver(context, actor, { id: params.id }, request),
});

export const presenceAndHandovers = [readMyShift, postStart, postAway, postEnd, readSheet, listHandovers, readHandover, postGive, postTakeWithoutGiver, postTake] as const;
