export { readPolicies, readPolicy, type PolicyFile, type ReadPolicy } from './read.ts';
export type { Problem } from './problem.ts';
export { policySchema } from './schema/document.ts';
export { parseWho } from './who.ts';
export { versionOf } from './version.ts';
export { BASE_ACT_TITLES } from './base-titles.ts';
