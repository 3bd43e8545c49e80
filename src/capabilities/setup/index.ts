import './server/context.ts';

/** The door of setting up: the first-run wizard, the import of people, and what belongs to the installation. */
export { setupOperations } from './operations/index.ts';
export type { Installation, Pem } from './server/context.ts';
export { forgetFileNames } from './server/customers/forget.ts';
export { readCertificate } from './server/certificate.ts';
