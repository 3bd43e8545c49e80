export { policiesOf, type TenantPolicies } from './server/in-force.ts';
export { calendarsOf, runnable, type PolicyText, type RunnablePolicy } from './server/runnable.ts';
import './server/tables.ts';
