export { checkPolicy } from './check.ts';
export type { CheckedAgainst } from './finding.ts';
export { checks } from './registry.ts';
export { checkText, type CheckedFile, type CheckedText } from './check-text.ts';
