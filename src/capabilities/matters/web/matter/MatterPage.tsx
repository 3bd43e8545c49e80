import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { Answer } from '#ui/index.ts';
import type { MatterJson, PossibleAct } from '../../contract.ts';
import { actsQuery, matterQuery } from '../calls.ts';
import { waitsForMe } from '../rules/acts.ts';
import { ActPanel } from './ActPanel.tsx';
import { Approvals } from './Approvals.tsx';
import { Attachments } from './Attachments.tsx';
import { CustomerFacts, Facts } from './Facts.tsx';
import { MatterHeader } from './MatterHeader.tsx';
import { Obligations } from './Obligations.tsx';
import { StageBar } from './StageBar.tsx';
import { Timeline } from './Timeline.tsx';
import { VerbBar } from './VerbBar.tsx';
import './matter.css';

const route = getRouteApi('/matters/$id');

/** One matter: what to do next, what has happened, what is owed and why. */
export default function MatterPage(): ReactElement {
  const { id } = route.useParams();
  const matter = useQuery(matterQuery(id));
  return <Answer of={matter} rows={12}>{(found) => <Whole key={found.id} matter={found} />}</Answer>;
}

function Whole({ matter }: { matter: MatterJson }): ReactElement {
  const acts = useQuery(actsQuery(matter.id));
  const [open, setOpen] = useOpenAct(acts.data);
  // A decision I owe stands before everything else.
  const decisive = matter.approvals.some(waitsForMe);
  const chosen = acts.data?.find((one) => one.act === open) ?? null;
  return (
    <div className="matter">
      <MatterHeader matter={matter} />
      <StageBar matter={matter} />
      <div className="matter-body">
        <div className="matter-main"><Timeline matter={matter.id} /></div>
        <aside className="matter-side">
          {decisive && <Approvals matter={matter} />}
          <Obligations matter={matter} acts={acts.data ?? []} choose={setOpen} />
          {!decisive && <Approvals matter={matter} />}
          <Facts matter={matter} />
          <CustomerFacts matter={matter} />
          <Attachments matter={matter.id} />
        </aside>
      </div>
      <Answer of={acts} rows={1}>{(list) => <VerbBar acts={list} matter={matter} choose={setOpen} />}</Answer>
      {chosen && <ActPanel key={chosen.act} matter={matter} act={chosen} close={() => setOpen(null)} />}
    </div>
  );
}

/** The open panel; `?act=` in the address opens one when the acts are known, once. */
function useOpenAct(acts: readonly PossibleAct[] | undefined): [string | null, (act: string | null) => void] {
  const wanted = route.useSearch().act;
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const known = acts !== undefined;
  useEffect(() => {
    if (!known || wanted === undefined) return;
    setOpen(wanted);
    void navigate({ search: {}, replace: true });
  }, [known, wanted, navigate]);
  return [open, setOpen];
}
