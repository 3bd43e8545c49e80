export { findColleagues, readPositions, readUnits } from './calls.ts';
