import { z } from 'zod';
import type { Right } from '#capabilities/identity/contract.ts';
import { changing } from '#platform/idempotency/index.ts';
import type { Operation } from '#platform/operations/index.ts';
import { endBody, thingAnswer } from '../contract.ts';
import { THINGS, type ThingName } from '../rules/things.ts';
import { customerToRead } from '../server/readable.ts';
import { addThing, changeThing, endThing } from '../server/things/keep.ts';

/** Whoever works on matters keeps the files of customers: it is he who hears what has changed. */
const access = { is: 'right', right: 'work' } as const;
const ofCustomer = z.strictObject({ id: z.uuid() });
const ofThing = z.strictObject({ id: z.uuid(), thing: z.uuid() });

const SAID = {
  houses: { zh: '房屋', en: 'home' }, devices: { zh: '设备', en: 'device' }, contracts: { zh: '合同', en: 'contract' }, consents: { zh: '同意', en: 'consent' }, warranties: { zh: '保修', en: 'warranty' },
} as const;

interface Ways { readonly add: { readonly method: 'POST'; readonly path: string }; readonly change: { readonly method: 'PUT'; readonly path: string }; readonly end: { readonly method: 'POST'; readonly path: string } }

/** Writing down, changing and ending one sort of thing. */
function operationsOf(name: ThingName, { add, change, end }: Ways): readonly Operation<Right>[] {
  const { zh, en } = SAID[name];
  const { body } = THINGS[name];
  return [
    changing({
      ...add, summary: { zh: `登记${zh}`, en: `Write down a ${en}` }, access, params: ofCustomer, body, answer: thingAnswer, status: 201,
      change: async (scope, { input, context }) => {
        await customerToRead(context, scope, input.params.id);
        return addThing(scope, name, { customer: input.params.id, at: context.clock.now() }, input.body);
      },
    }),
    changing({
      ...change, summary: { zh: `更改${zh}`, en: `Change a ${en}` }, access, params: ofThing, body, answer: thingAnswer,
      change: async (scope, { input, context }) => {
        await customerToRead(context, scope, input.params.id);
        return changeThing(scope, name, input.params.thing, { customer: input.params.id, at: context.clock.now() }, input.body);
      },
    }),
    changing({
      ...end, summary: { zh: `结束${zh}`, en: `End a ${en}` }, access, params: ofThing, body: endBody, answer: thingAnswer,
      change: async (scope, { input, context }) => {
        await customerToRead(context, scope, input.params.id);
        return endThing(scope, name, input.params.thing, { customer: input.params.id, at: context.clock.now() }, input.body);
      },
    }),
  ];
}

/** Everything that can be done to what a customer has. */
export const thingOperations: readonly Operation<Right>[] = [
  ...operationsOf('houses', { add: { method: 'POST', path: '/api/customers/{id}/houses' }, change: { method: 'PUT', path: '/api/customers/{id}/houses/{thing}' }, end: { method: 'POST', path: '/api/customers/{id}/houses/{thing}/end' } }),
  ...operationsOf('devices', { add: { method: 'POST', path: '/api/customers/{id}/devices' }, change: { method: 'PUT', path: '/api/customers/{id}/devices/{thing}' }, end: { method: 'POST', path: '/api/customers/{id}/devices/{thing}/end' } }),
  ...operationsOf('contracts', { add: { method: 'POST', path: '/api/customers/{id}/contracts' }, change: { method: 'PUT', path: '/api/customers/{id}/contracts/{thing}' }, end: { method: 'POST', path: '/api/customers/{id}/contracts/{thing}/end' } }),
  ...operationsOf('consents', { add: { method: 'POST', path: '/api/customers/{id}/consents' }, change: { method: 'PUT', path: '/api/customers/{id}/consents/{thing}' }, end: { method: 'POST', path: '/api/customers/{id}/consents/{thing}/end' } }),
  ...operationsOf('warranties', { add: { method: 'POST', path: '/api/customers/{id}/warranties' }, change: { method: 'PUT', path: '/api/customers/{id}/warranties/{thing}' }, end: { method: 'POST', path: '/api/customers/{id}/warranties/{thing}/end' } }),
];
