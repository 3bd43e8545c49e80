/** The door of identity: who somebody is, what he may do, and how he proves it. */
export { identityOperations } from './operations/index.ts';
export { actorOfPerson } from './server/actors.ts';
export { changePerson, personLeaves } from './server/administer.ts';
export { createPerson, createTenant, placePerson, type HeldPosition, type NewPerson, type NewTenant } from './server/create.ts';
export { changeDirectory } from './server/directory-change.ts';
export { openIdentity, type Identity, type IdentityOptions, type RecordEvent } from './server/identity.ts';
export { argonPasswords, oneTimePassword, type Passwords } from './server/passwords.ts';
export { peopleLike, personWith, type Person } from './server/people.ts';
export { rightsOf } from './rules/rights.ts';
export { linkRefused, setUp, type Setup } from './server/setup.ts';
export { enterAfterSetUp } from './operations/sign-in.ts';
