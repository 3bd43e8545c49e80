/** The door of the organisation: units, positions, and who holds what. */
export { organisationOperations } from './operations/index.ts';
export { arrangeOrganisation, type PositionToArrange, type UnitToArrange } from './server/arrange.ts';
export { companyOf, type Company } from './server/company.ts';
export { directoryOf } from './server/directory.ts';
export { colleaguesLike, positionsOf, unitsOf } from './server/reading.ts';
