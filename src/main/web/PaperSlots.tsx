import { Suspense, type ReactElement } from 'react';
import { CustomersPage } from '#capabilities/customer-file/web/index.ts';
import { PeoplePage } from '#capabilities/identity/web/index.ts';
import { MatterPage, MattersPage, RefusalsPage } from '#capabilities/matters/web/index.ts';
import { ExportButton, PrintBatchButton, PrintButton } from '#capabilities/papers/web/index.ts';

/** The page of a matter with its papers: matters know nothing of them. */
export function MatterRoute(): ReactElement {
  return <MatterPage print={Print} />;
}

/** The list of matters with the sheet it leaves as, and the papers of the ticked rows. */
export function MattersRoute(): ReactElement {
  return <MattersPage exporting={Exporting} print={PrintTicked} />;
}

/** What was refused, with the sheet it leaves as. */
export function RefusalsRoute(): ReactElement {
  return <RefusalsPage exporting={RefusalsExport} />;
}

/** People and positions, with the sheet they leave as. */
export function PeopleRoute(): ReactElement {
  return <PeoplePage exporting={PeopleExport} />;
}

/** Customers, with the sheet they leave as. */
export function CustomersRoute(): ReactElement {
  return <CustomersPage exporting={CustomersExport} />;
}

interface Narrowed { readonly filter: Readonly<Record<string, string>> }

/** The sheet a tab of the desk leaves as. */
export function DeskExport({ filter }: Narrowed): ReactElement {
  return <Suspense><ExportButton list="desk" filter={filter} /></Suspense>;
}

function RefusalsExport(): ReactElement {
  return <Suspense><ExportButton list="refusals" /></Suspense>;
}

function CustomersExport(): ReactElement {
  return <Suspense><ExportButton list="customers" /></Suspense>;
}

function PeopleExport({ filter }: Narrowed): ReactElement {
  return <Suspense><ExportButton list="people" filter={filter} /></Suspense>;
}

function Print({ matter }: { readonly matter: string }): ReactElement {
  return <Suspense><PrintButton matter={matter} /></Suspense>;
}

function Exporting({ filter }: Narrowed): ReactElement {
  return <Suspense><ExportButton list="matters" filter={filter} /></Suspense>;
}

function PrintTicked({ matters }: { readonly matters: readonly string[] }): ReactElement {
  return <Suspense><PrintBatchButton matters={matters} /></Suspense>;
}
