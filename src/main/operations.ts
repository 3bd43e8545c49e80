import { approvalCardOperations } from '#capabilities/approvals/index.ts';
import { attachmentOperations } from '#capabilities/attachments/index.ts';
import { cockpitOperations } from '#capabilities/cockpit/index.ts';
import { contactOperations } from '#capabilities/contacts/index.ts';
import { customerFileOperations } from '#capabilities/customer-file/index.ts';
import { customerOperations } from '#capabilities/customers/index.ts';
import { demonstrationOperations } from '#capabilities/demonstration/index.ts';
import { deskOperations } from '#capabilities/desk/index.ts';
import { healthOperations } from '#capabilities/health/index.ts';
import { dutyOperations } from '#capabilities/duties/index.ts';
import { identityOperations } from '#capabilities/identity/index.ts';
import type { Right } from '#capabilities/identity/contract.ts';
import { matterOperations } from '#capabilities/matters/index.ts';
import { noticeOperations } from '#capabilities/notices/index.ts';
import { organisationOperations } from '#capabilities/organisation/index.ts';
import { paperOperations } from '#capabilities/papers/index.ts';
import { phraseOperations } from '#capabilities/phrases/index.ts';
import { policyOperations } from '#capabilities/policies/index.ts';
import { searchOperations } from '#capabilities/search/index.ts';
import { setupOperations } from '#capabilities/setup/index.ts';
import { shiftOperations } from '#capabilities/shifts/index.ts';
import type { Operation, Stream } from '#platform/operations/index.ts';
import { handOverPapers } from './hand-over-paper.ts';
import { healthOperation } from './health.ts';

/** Every operation of the product. The server, the API description and the security battery are made from this list; a misspelt right does not compile here. */
export const operations: readonly (Operation<Right> | Stream<Right>)[] = [
  healthOperation, ...identityOperations, ...organisationOperations, ...customerOperations, ...policyOperations, ...matterOperations, ...deskOperations, ...searchOperations, ...phraseOperations, ...attachmentOperations, ...noticeOperations, ...paperOperations, ...contactOperations, ...setupOperations, ...healthOperations, ...shiftOperations, ...handOverPapers, ...approvalCardOperations, ...cockpitOperations, ...customerFileOperations, ...dutyOperations, ...demonstrationOperations,
];
