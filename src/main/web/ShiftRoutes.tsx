import { Suspense, type ReactElement } from 'react';
import { DeskPage } from '#capabilities/desk/web/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { startSound } from '#capabilities/notices/web/index.ts';
import { ShiftsPage, StartHere } from '#capabilities/shifts/web/index.ts';
import { DeskExport } from './PaperSlots.tsx';

const start = (): void => startSound();

/** The first screen of the day, with 「开始上班」 above it for whoever begins: the press lets the page be heard, too. */
export function DeskRoute(): ReactElement {
  return <>{holds(useMe(), 'work') && <Suspense><StartHere onStart={start} /></Suspense>}<DeskPage exporting={DeskExport} /></>;
}

/** Shifts and their hand-over; starting one lets the page be heard. */
export function ShiftsRoute(): ReactElement {
  return <ShiftsPage onStart={start} />;
}
