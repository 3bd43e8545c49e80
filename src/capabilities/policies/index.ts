import './server/tables.ts';

/** The door of the policies: which are in force, how they read, and how one is published. */
export { policyOperations } from './operations/index.ts';
export { policiesOf, type TenantPolicies } from './server/in-force.ts';
export { PolicyRefused, policyStream, publishPolicy, soundPolicy, type ToPublish } from './server/publish.ts';
export { planRecurrences } from './server/recurrences.ts';
export { calendarsOf, runnable, type PolicyText, type RunnablePolicy } from './server/runnable.ts';
export { factAsk } from './rules/asks.ts';
export { periodEnd, periodStart } from './rules/periods.ts';
export { rightsOfLevel } from './rules/rights.ts';
export { dutySentence } from './rules/sentences.ts';
export { kindOfVersion, kindsHiddenFrom, versionsHiddenFrom } from './rules/seeing.ts';
export { oursOfLimit } from './rules/ours.ts';
export { seesPersonal } from './rules/personal.ts';
