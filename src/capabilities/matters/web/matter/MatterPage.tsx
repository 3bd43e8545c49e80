import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { Answer } from '#ui/index.ts';
import type { MatterJson, PossibleAct } from '../../contract.ts';
import { actsQuery, matterQuery } from '../calls.ts';
import { waitsForMe } from '../rules/acts.ts';
import { ActPanel } from './acts/ActPanel.tsx';
import { VerbBar } from './acts/VerbBar.tsx';
import { Approvals } from './Approvals.tsx';
import { Attachments } from './Attachments.tsx';
import { CustomerFacts, Facts } from './Facts.tsx';
import { MatterHeader } from './MatterHeader.tsx';
import { Obligations } from './Obligations.tsx';
import { Related } from './Related.tsx';
import { Rewinder } from './rewind/Rewinder.tsx';
import { StageBar } from './StageBar.tsx';
import { Composer } from './timeline/Composer.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import './matter.css';

const route = getRouteApi('/matters/$id');

/** What other capabilities put on the page of a matter: its papers, as buttons in the header. */
export interface MatterSlots { readonly print?: ComponentType<{ readonly matter: string; readonly kind: string }> }

/** One matter: what to do next, what has happened, what is owed and why. */
export default function MatterPage({ print }: MatterSlots): ReactElement {
  const { id } = route.useParams();
  const matter = useQuery(matterQuery(id));
  return <Answer of={matter} rows={12}>{(found) => <Whole key={found.id} matter={found} {...(print ? { print } : {})} />}</Answer>;
}

/** The open panel, and what it is filled in with by whoever opened it. */
interface Opened { readonly act: string; readonly given?: Readonly<Record<string, unknown>> }

function Whole({ matter, print: Print }: { matter: MatterJson } & MatterSlots): ReactElement {
  const acts = useQuery(actsQuery(matter.id));
  const [opened, setOpened] = useOpenAct(acts.data);
  const [rewinding, rewind] = useState(false);
  const choose = (act: string, given?: Opened['given']): void => setOpened(given === undefined ? { act } : { act, given });
  const chosen = acts.data?.find((one) => one.act === opened?.act) ?? null;
  return (
    <div className="matter">
      <MatterHeader matter={matter}>{Print && <Print matter={matter.id} kind={matter.kind} />}</MatterHeader>
      <StageBar matter={matter} />
      {rewinding ? <Rewinder matter={matter} end={() => rewind(false)} /> : (
        <div className="matter-body">
          <div className="matter-main">
            <Composer matter={matter} acts={acts.data ?? []} choose={choose} />
            <Timeline matter={matter} rewind={() => rewind(true)} />
          </div>
          <Side matter={matter} acts={acts.data ?? []} choose={choose} />
        </div>
      )}
      {!rewinding && <Answer of={acts} rows={1}>{(list) => <VerbBar acts={list} matter={matter} choose={choose} />}</Answer>}
      {chosen && <ActPanel key={`${chosen.act} ${JSON.stringify(opened?.given ?? {})}`} matter={matter} act={chosen} acts={acts.data ?? []} given={opened?.given ?? {}} choose={choose} close={() => setOpened(null)} />}
    </div>
  );
}

function Side({ matter, acts, choose }: { matter: MatterJson; acts: readonly PossibleAct[]; choose: (act: string) => void }): ReactElement {
  // A decision I owe stands before everything else.
  const decisive = matter.approvals.some(waitsForMe);
  return (
    <aside className="matter-side">
      {decisive && <Approvals matter={matter} />}
      <Obligations matter={matter} acts={acts} choose={choose} />
      <Facts matter={matter} />
      <CustomerFacts matter={matter} />
      <Attachments matter={matter.id} />
      <Related matter={matter} />
      {!decisive && <Approvals matter={matter} />}
    </aside>
  );
}

/** The open panel; `?act=` in the address opens one when the acts are known, once. */
function useOpenAct(acts: readonly PossibleAct[] | undefined): [Opened | null, (opened: Opened | null) => void] {
  const wanted = route.useSearch().act;
  const navigate = route.useNavigate();
  const [opened, open] = useState<Opened | null>(null);
  const known = acts !== undefined;
  useEffect(() => {
    if (!known || wanted === undefined) return;
    open({ act: wanted });
    void navigate({ search: {}, replace: true });
  }, [known, wanted, navigate]);
  return [opened, open];
}
