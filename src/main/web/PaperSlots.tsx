import { Suspense, type ReactElement } from 'react';
import { MatterPage, MattersPage } from '#capabilities/matters/web/index.ts';
import { ExportButton, PrintBatchButton, PrintButton } from '#capabilities/papers/web/index.ts';

/** The page of a matter with its papers: matters know nothing of them. */
export function MatterRoute(): ReactElement {
  return <MatterPage print={Print} />;
}

/** The list of matters with the sheet it leaves as, and the papers of the ticked rows. */
export function MattersRoute(): ReactElement {
  return <MattersPage exporting={Exporting} print={PrintTicked} />;
}

function Print({ matter }: { readonly matter: string }): ReactElement {
  return <Suspense><PrintButton matter={matter} /></Suspense>;
}

function Exporting({ filter }: { readonly filter: Readonly<Record<string, string>> }): ReactElement {
  return <Suspense><ExportButton list="matters" filter={filter} /></Suspense>;
}

function PrintTicked({ matters }: { readonly matters: readonly string[] }): ReactElement {
  return <Suspense><PrintBatchButton matters={matters} /></Suspense>;
}
