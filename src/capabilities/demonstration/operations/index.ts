import { clockAnswer, clockBody, clockJson } from '#capabilities/matters/contract.ts';
import { companies } from '#platform/db/index.ts';
import { operation } from '#platform/operations/index.ts';
import { ACCOUNTS, tenantsAnswer } from '../contract.ts';
import { moveClock, readClock } from '../server/clock.ts';

export const listTenants = operation({
  method: 'GET', path: '/api/tenants', summary: { zh: '可试用的公司', en: 'Companies to try' }, access: { is: 'public' }, answer: tenantsAnswer,
  async handle({ context }) {
    const items = (await companies(context.db)).filter((company) => company.demonstration).map(({ slug, name }) => ({ slug, name }));
    return { items, accounts: items.length ? [...ACCOUNTS] : [] };
  },
});

export const getClock = operation({
  method: 'GET', path: '/api/clock', summary: { zh: '公司的时钟', en: 'The clock of the company' }, access: { is: 'signed-in' }, answer: clockJson,
  handle: ({ actor, context }) => readClock(context, actor),
});

export const postClock = operation({
  method: 'POST', path: '/api/demo/clock', summary: { zh: '拨动试用时钟', en: 'Move the demonstration clock' }, access: { is: 'signed-in' }, demonstrationOnly: true, body: clockBody, answer: clockAnswer, repeated: 'kept',
  handle: ({ actor, input, context, request }) => moveClock(context, actor, input.body, request),
});

/** Everything of the demonstration that can be asked over HTTP. */
export const demonstrationOperations = [listTenants, getClock, postClock] as const;
