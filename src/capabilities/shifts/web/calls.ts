import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { addressOf, call } from '#ui/index.ts';
import { rosterJson, unitsAnswer, type RosterJson } from '#capabilities/organisation/contract.ts';
import { absenceJson, absencesAnswer, handoversAnswer, handoverSheet, leavePlan, myShift, sheetJson, standingAnswer, takenAnswer, type AbsenceJson, type HandoverSheet, type LeavePlan, type MyShift, type TakenAnswer } from '../contract.ts';

const nothing = z.unknown();

export const myShiftQuery = queryOptions({ queryKey: ['shifts', 'mine'], refetchInterval: 60_000, queryFn: ({ signal }) => call({ path: '/api/shifts/mine', schema: myShift, signal }) });
export const unitsQuery = queryOptions({ queryKey: ['form', 'all-units'], staleTime: 300_000, queryFn: ({ signal }) => call({ path: '/api/units', schema: unitsAnswer, signal }) });
export const sheetQuery = (unit: string) => queryOptions({ queryKey: ['shifts', 'sheet', unit], refetchInterval: 60_000, queryFn: ({ signal }) => call({ path: '/api/handovers/sheet', query: { unit }, schema: sheetJson, signal }) });
export const handoversQuery = (unit: string) => queryOptions({ queryKey: ['shifts', 'handovers', unit], queryFn: ({ signal }) => call({ path: '/api/handovers', query: { unit }, schema: handoversAnswer, signal }) });
export const handoverQuery = (id: string) => queryOptions({ queryKey: ['shifts', 'handover', id], queryFn: ({ signal }) => call({ path: `/api/handovers/${id}`, schema: handoverSheet, signal }) });

/** Address of a sheet on paper: a signed one, or that of now. */
export const paperAddress = (of: { readonly id: string } | { readonly unit: string }): string => ('id' in of ? `/api/handovers/${of.id}/paper` : addressOf('/api/handovers/sheet/paper', { unit: of.unit }));

export type Saying = 'start' | 'away' | 'end';
export const sayPresence = (saying: Saying, body: { extension?: string }, key: string): Promise<MyShift> =>
  call({ method: 'POST', path: `/api/shifts/${saying}`, schema: myShift, key, ...(saying === 'start' ? { body } : {}) });
export const giveShift = (unit: string, key: string): Promise<HandoverSheet> => call({ method: 'POST', path: '/api/handovers', body: { unit }, schema: handoverSheet, key });
export const takeShift = (id: string, key: string): Promise<TakenAnswer> => call({ method: 'POST', path: `/api/handovers/${id}/take`, schema: takenAnswer, key });
export const takeUngiven = (unit: string, key: string): Promise<TakenAnswer> => call({ method: 'POST', path: '/api/handovers/without-giver', body: { unit }, schema: takenAnswer, key });

export const readWeek = (unit: string, day: string | null): Promise<RosterJson> => call({ path: `/api/rosters/${encodeURIComponent(unit)}`, query: { day: day ?? undefined }, schema: rosterJson });
export const weekQuery = (unit: string, day: string | null) => queryOptions({ queryKey: ['shifts', 'roster', unit, day], queryFn: () => readWeek(unit, day) });
export const putRoster = (unit: string, what: 'shifts' | 'week' | 'pattern', body: unknown, key: string): Promise<unknown> =>
  call({ method: 'PUT', path: `/api/rosters/${encodeURIComponent(unit)}/${what}`, body, schema: nothing, key });

export const absencesQuery = queryOptions({ queryKey: ['shifts', 'absences'], queryFn: ({ signal }) => call({ path: '/api/absences', schema: absencesAnswer, signal }) });
export const standingQuery = queryOptions({ queryKey: ['shifts', 'standing'], queryFn: ({ signal }) => call({ path: '/api/absences/standing', schema: standingAnswer, signal }) });
export interface Leave { readonly person: string; readonly from: string; readonly until: string }
export const readPlan = (leave: Leave): Promise<LeavePlan> => call({ path: '/api/absences/plan', query: { ...leave }, schema: leavePlan });
export const enterLeave = (body: Leave & { substitute: string; lines: readonly { matter: string; substitute: string }[] }, key: string): Promise<AbsenceJson> =>
  call({ method: 'POST', path: '/api/absences', body, schema: absenceJson, key });
export const endLeave = (id: string, key: string): Promise<AbsenceJson> => call({ method: 'POST', path: `/api/absences/${id}/end`, schema: absenceJson, key });
