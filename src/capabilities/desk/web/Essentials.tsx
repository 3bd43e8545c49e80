import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import { Answer, ClauseChips, PerilSign, useWords } from '#ui/index.ts';
import { ActHere, Approvals, clausesOf, matterQuery, ObligationTime } from '#capabilities/matters/web/index.ts';
import type { DeskRow } from '../contract.ts';
import type { View } from './calls.ts';
import { LastStep } from './LastStep.tsx';
import { deskWords } from './words.ts';

/** The chosen line: what the customer said, what was done last, the next step with its clause, and the verbs: one acts without opening it. */
export function Essentials({ row, view, called }: { row: DeskRow; view: View; /** How often F8 has come to a line: its act then has the focus. */ called: number }): ReactElement {
  const say = useWords(deskWords);
  const matter = useQuery(matterQuery(row.matter.id));
  return (
    <aside className="desk-essentials" aria-label={say('essentials')}>
      <p className="quiet"><PerilSign peril={row.matter.peril} /><span className="number">{row.matter.number}</span> · {row.matter.kindTitle} · {row.matter.stageTitle}</p>
      <h2><Link to="/matters/$id" params={{ id: row.matter.id }}>{row.matter.subject}</Link></h2>
      <Answer of={matter} rows={3}>{(found) => (
        <>
          <p className="said">{found.content}</p>
          {found.customer && <p className="desk-customer">{found.customer.name} <span className="number">{found.customer.phone}</span>{found.customer.address !== '' && <span className="quiet"> {found.customer.address}</span>}</p>}
          <LastStep matter={row.matter.id} />
          <Suspense fallback={null}>{view === 'approvals' ? <Approvals matter={found} /> : <Step row={row} />}</Suspense>
          <Suspense fallback={null}><ActHere matter={found} called={called} /></Suspense>
        </>
      )}</Answer>
    </aside>
  );
}

/** The next step with its clause and time. */
function Step({ row }: { row: DeskRow }): ReactElement {
  const say = useWords(deskWords);
  return (
    <div className="desk-next">
      <p><span className="quiet">{say('nextStep')}</span> <b>{row.next.title}</b> <ClauseChips clauses={clausesOf(row.next)} /></p>
      <p>{row.next.bearerTitle} <ObligationTime obligation={row.next} /></p>
    </div>
  );
}
