export { arrangeCare, type Care } from './care.ts';
export { manualClock } from '../../src/platform/clock/index.ts';
export { testDatabase, type TestDatabase } from './database.ts';
export { arrangeTrial, leadsOutside, openProduct, plainPasswords, type Product } from './product.ts';
