import { operation } from '#platform/operations/index.ts';
import { approvalsAnswer } from './contract.ts';
import { approvalCards } from './server/cards.ts';

/** Everything that can be asked of the approvals over HTTP; deciding is the matters' own. */
export const approvalCardOperations = [
  operation({
    method: 'GET', path: '/api/approvals', summary: { zh: '待我审批', en: 'What waits for my decision' }, access: { is: 'right', right: 'work' }, answer: approvalsAnswer,
    handle: ({ actor, context }) => approvalCards(context, actor),
  }),
] as const;
