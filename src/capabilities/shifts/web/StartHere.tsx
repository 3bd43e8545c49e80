import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement } from 'react';
import { myShiftQuery } from './calls.ts';

/** Fetched by those who have a shift to begin; everybody else's first screen stays light. */
const Strip = lazy(() => import('./StartOfShift.tsx').then(({ Strip: strip }) => ({ default: strip })));

/** 「开始上班」 on the first screen of the day, only for whoever is on a shift now and has not begun it. */
export default function StartHere({ onStart }: { readonly onStart: () => void }): ReactElement | null {
  const mine = useQuery(myShiftQuery).data;
  return mine?.state === 'off' && mine.duty !== null ? <Strip mine={mine} onStart={onStart} /> : null;
}
