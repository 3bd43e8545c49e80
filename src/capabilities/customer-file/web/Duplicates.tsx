import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { maskedPhone, Moment, SidePanel, Trouble, useConfirm, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerCard, DuplicateJson, MergeJson } from '#capabilities/customers/contract.ts';
import { duplicatesQuery, mergeCustomer, undoMerge } from './calls.ts';
import { PanelFoot } from './PanelFoot.tsx';
import { fileWords } from './words.ts';

/** Who may be the same person, and what became part of this file; nothing where there is neither. */
export function Duplicates({ card }: { card: CustomerCard }): ReactElement | null {
  const say = useWords(fileWords);
  const may = holds(useMe(), 'oversee');
  const found = useQuery(duplicatesQuery(card.id)).data;
  const [with_, choose] = useState<DuplicateJson | null>(null);
  if (!found || found.items.length + found.merges.length === 0) return null;
  return (
    <>
      {found.items.length > 0 && <Alert className="spaced" type="info" title={say('alike')} description={<ul className="rows">{found.items.map((one) => (
        <li key={one.id} className="line"><a href={`/customers/${one.id}`}>{one.name}</a><span className="quiet">{maskedPhone(one.phone)} {one.address} · {say(one.because === 'phone' ? 'samePhone' : 'sameHome')} · {say('nMatters', { n: one.matters })}</span>
          {may ? <Button size="small" onClick={() => choose(one)}>{say('merge')}</Button> : <span className="quiet">{say('mergeBy')}</span>}</li>
      ))}</ul>} />}
      {found.merges.map((merge) => <Merged key={merge.id} of={merge} customer={card.id} may={may} />)}
      {with_ && <MergePanel card={card} from={with_} close={() => choose(null)} />}
    </>
  );
}

function useSending(customer: string): { send: (work: (key: (body: unknown) => string) => Promise<unknown>) => Promise<boolean>; trouble: unknown } {
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  const send = async (work: (key: (body: unknown) => string) => Promise<unknown>): Promise<boolean> => {
    try {
      await work((body) => submission.keyFor(body));
      submission.done();
      await Promise.all(['customer', 'customers', 'matters'].map((name) => cache.invalidateQueries({ queryKey: name === 'customer' ? [name, customer] : [name] })));
      return true;
    } catch (failed) {
      setTrouble(failed);
      return false;
    }
  };
  return { send, trouble };
}

function Merged({ of, customer, may }: { of: MergeJson; customer: string; may: boolean }): ReactElement {
  const say = useWords(fileWords);
  const { message } = App.useApp();
  const { send, trouble } = useSending(customer);
  const undo = async (): Promise<void> => { if (await send((key) => undoMerge(customer, of.id, key({ undo: of.id })))) void message.success(say('undone')); };
  return <p className="line quiet">{say('mergedOne', { name: of.name, n: of.matters })} <Moment at={of.at} /> {of.by} {may && <Button size="small" onClick={() => void undo()}>{say('undo')}</Button>}{trouble !== null && <Trouble trouble={trouble} />}</p>;
}

/** Which of the two stays: most often the one with a name, but only people know. */
function MergePanel({ card, from: other, close }: { card: CustomerCard; from: DuplicateJson; close: () => void }): ReactElement {
  const say = useWords(fileWords);
  const id = useId();
  const navigate = useNavigate();
  const because = say(other.because === 'phone' ? 'samePhone' : 'sameHome');
  const [reason, setReason] = useState(because);
  const [stays, keep] = useState(card.id);
  const [into, from] = stays === card.id ? [card, other] : [other, card];
  const { send, trouble } = useSending(card.id);
  const body = { from: from.id, reason: reason.trim() };
  const go = async (): Promise<void> => {
    if (body.reason === '' || !(await send((key) => mergeCustomer(into.id, body, key(body))))) return;
    close();
    if (into.id !== card.id) void navigate({ to: '/customers/$id', params: { id: into.id } });
  };
  const hear = useConfirm(() => void go());
  return (
    <SidePanel open title={say('merge')} close={close} footer={<PanelFoot act={say('mergeGo')} back={say('back')} busy={false} disabled={body.reason === ''} confirm={() => void go()} close={close} />}>
      <div className="column" onKeyDown={hear}>
        <div className="chips" role="radiogroup" aria-label={say('stays')}><span className="field-label">{say('stays')}</span>
          {[card, other].map((one) => <Button key={one.id} role="radio" aria-checked={stays === one.id} className={stays === one.id ? 'chip-on' : ''} onClick={() => keep(one.id)}>{[one.name, one.address].filter(Boolean).join(' ')}</Button>)}
        </div>
        <p>{say('mergeSays', { from: from.name, into: into.name })}</p>
        <div className="field"><label className="field-label" htmlFor={id}><span className="field-must">*</span>{say('reason')}</label>
          <div className="chips">{[because, say('saidSo'), say('wroteTwice')].map((one) => <Button key={one} aria-pressed={reason === one} className={reason === one ? 'chip-on' : ''} onClick={() => setReason(one)}>{one}</Button>)}</div>
          <Input id={id} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} /></div>
        {trouble !== null && <Trouble trouble={trouble} />}
      </div>
    </SidePanel>
  );
}
