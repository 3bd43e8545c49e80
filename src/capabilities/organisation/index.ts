/** The door of the organisation: units, positions, who holds what, who is on duty, who stands in for whom. */
export { organisationOperations } from './operations/index.ts';
export { arrangeOrganisation, type PositionToArrange, type UnitToArrange } from './server/arrange.ts';
export { absencesOf, leaveOf, type EnteredAbsence } from './server/absences.ts';
export { companyOf, type Company } from './server/company.ts';
export { alarmDuty, alarmReceivers, offShift, onDuty, onDutyJson, type DutyOf } from './server/duty.ts';
export { leaveRosters } from './server/edit-roster.ts';
export { endAbsence, enterAbsence, passSubstitutions, type AbsenceToEnter } from './server/enter-absence.ts';
export { presencesOf, setPresence, type Presence, type PresenceState } from './server/presence.ts';
export { presentOf } from './server/present.ts';
export { dutyAt, rostersOf } from './server/rosters.ts';
export { receiversOf, type AlarmDuty } from './rules/alarm.ts';
export { nextShiftAfter, onDutyAt, type OnDuty, type Roster, type Shift } from './rules/roster.ts';
export { overlap, proposedSubstitutes } from './rules/substitutes.ts';
export { colleaguesLike, overseeingOf, positionsOf, unitsOf } from './server/reading.ts';
