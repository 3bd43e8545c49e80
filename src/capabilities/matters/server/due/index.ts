export { startDueLoop, type DueLoop } from './loop.ts';
export { fireTenantUntil, fireWhatIsDue } from './rounds.ts';
