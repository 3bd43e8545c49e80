import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Answer } from '#ui/index.ts';
import type { MatterJson } from '../../../contract.ts';
import { actsQuery } from '../../calls.ts';
import { VerbBar } from './VerbBar.tsx';

/** The panel with its fields weighs more than a desk: it comes with the first press. */
const ActPanel = lazy(() => import('./ActPanel.tsx').then(({ ActPanel: panel }) => ({ default: panel })));

/** The verbs of a matter with their panels, for a place beside a list: one can act without opening the matter. */
export default function ActHere({ matter, called = 0 }: { matter: MatterJson; /** See VerbBar. */ called?: number }): ReactElement {
  const acts = useQuery(actsQuery(matter.id));
  const [opened, open] = useState<{ readonly act: string; readonly given: Readonly<Record<string, unknown>> } | null>(null);
  const choose = (act: string, given: Readonly<Record<string, unknown>> = {}): void => open({ act, given });
  const chosen = acts.data?.find((one) => one.act === opened?.act) ?? null;
  return (
    <>
      <Answer of={acts} rows={1}>{(list) => <VerbBar acts={list} matter={matter} choose={choose} called={called} />}</Answer>
      {chosen && <Suspense fallback={null}><ActPanel key={`${chosen.act} ${JSON.stringify(opened?.given ?? {})}`} matter={matter} act={chosen} acts={acts.data ?? []} given={opened?.given ?? {}} choose={choose} close={() => open(null)} /></Suspense>}
    </>
  );
}
