import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Answer, ClauseChips, useWords } from '#ui/index.ts';
import { Approvals, clausesOf, matterQuery, ObligationTime } from '#capabilities/matters/web/index.ts';
import type { DeskRow } from '../contract.ts';
import type { View } from './calls.ts';
import { deskWords } from './words.ts';

/** The chosen line: what the customer said, the stage, and the next step with its clause. */
export function Essentials({ row, view }: { row: DeskRow; view: View }): ReactElement {
  const say = useWords(deskWords);
  const matter = useQuery(matterQuery(row.matter.id));
  return (
    <aside className="desk-essentials" aria-label={say('essentials')}>
      <p className="quiet"><span className="number">{row.matter.number}</span> · {row.matter.kindTitle} · {row.matter.stageTitle}</p>
      <h2>{row.matter.subject}</h2>
      <Answer of={matter} rows={3}>{(found) => (
        <>
          <p className="said">{found.content}</p>
          {found.customer && <p>{found.customer.name} {found.customer.phone}</p>}
          {view === 'approvals' && <Approvals matter={found} />}
        </>
      )}</Answer>
      {view !== 'approvals' && <Step row={row} mine={view === 'mine'} />}
      <Link to="/matters/$id" params={{ id: row.matter.id }}>{say('open')}</Link>
    </aside>
  );
}

/** The next step with its clause and time; mine as a button. */
function Step({ row, mine }: { row: DeskRow; mine: boolean }): ReactElement {
  return (
    <>
      <p><b>{row.next.title}</b> <ClauseChips clauses={clausesOf(row.next)} /></p>
      <p>{row.next.bearerTitle} <ObligationTime obligation={row.next} /></p>
      {mine && <p><Link to="/matters/$id" params={{ id: row.matter.id }} search={{ act: row.next.act }} className="step-link step-primary">{row.next.actTitle}</Link></p>}
    </>
  );
}
