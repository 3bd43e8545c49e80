import { matterOperations } from '#capabilities/matters/index.ts';
import { identityOperations } from '#capabilities/identity/index.ts';
import type { Right } from '#capabilities/identity/contract.ts';
import { organisationOperations } from '#capabilities/organisation/index.ts';
import type { Operation, Stream } from '#platform/operations/index.ts';

/** Every operation of the product. The server, the API description and the security battery are made from this list; a misspelt right does not compile here. */
export const operations: readonly (Operation<Right> | Stream<Right>)[] = [...identityOperations, ...organisationOperations, ...matterOperations];
