import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { ConsentJson, ContractJson, CustomerCard } from '#capabilities/customers/contract.ts';
import type { Doing } from './things/ThingPanel.tsx';
import { ThingTable } from './things/ThingTable.tsx';
import { thingWords } from './things/words.ts';

interface Props { readonly card: CustomerCard; readonly doing: (doing: Doing) => void }

/** His contracts, and what he agreed to. */
export function Contracts({ card, doing }: Props): ReactElement {
  const say = useWords(thingWords);
  const contracts = card.contracts.map((contract) => ({ id: contract.id, title: contract.number, over: contract.standing === 'ended', of: contract, said: [contract.about, termOf(contract), contract.payment || '—', <span key="state" className="tag">{say(`standing_${contract.standing}`)}</span>] }));
  const consents = card.consents.map((consent) => ({ id: consent.id, title: consent.purpose, over: consent.endedOn !== null, of: consent, said: [consent.givenOn, consent.how, consent.recordedBy || '—', <ConsentState key="state" of={consent} />] }));
  return (
    <div className="homes">
      <ThingTable thing="contracts" none={say('none_contracts')} heads={[say('number'), say('about'), say('term'), say('payment'), say('state')]} rows={contracts} doing={doing} />
      <ThingTable thing="consents" none={say('none_consents')} heads={[say('purpose'), say('givenOn'), say('how'), say('by'), say('state')]} rows={consents} doing={doing} />
    </div>
  );
}

const termOf = ({ beginsOn, until }: ContractJson): string => (beginsOn === null && until === null ? '—' : `${beginsOn ?? '…'} – ${until ?? '…'}`);

function ConsentState({ of: { endedOn, endedHow, endedBy } }: { of: ConsentJson }): ReactElement {
  const say = useWords(thingWords);
  if (endedOn === null) return <span className="tag">{say('inUse')}</span>;
  return <>{[say('withdrawn', { date: endedOn }), endedHow, endedBy].filter((each) => each !== '').join(' · ')}</>;
}
