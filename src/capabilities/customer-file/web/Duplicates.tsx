import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { maskedPhone, Moment, SidePanel, Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerCard, DuplicateJson, MergeJson } from '#capabilities/customers/contract.ts';
import { duplicatesQuery, mergeCustomer, undoMerge } from './calls.ts';
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

function MergePanel({ card, from, close }: { card: CustomerCard; from: DuplicateJson; close: () => void }): ReactElement {
  const say = useWords(fileWords);
  const [reason, setReason] = useState('');
  const { send, trouble } = useSending(card.id);
  const body = { from: from.id, reason: reason.trim() };
  const go = async (): Promise<void> => { if (await send((key) => mergeCustomer(card.id, body, key(body)))) close(); };
  return (
    <SidePanel open title={say('merge')} close={close}>
      <div className="column">
        <p>{say('mergeSays', { from: from.name, into: card.name, n: from.matters })}</p>
        <label className="field"><span className="field-label"><span className="field-must">*</span>{say('reason')}</span><Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} /></label>
        {trouble !== null && <Trouble trouble={trouble} />}
        <div className="line"><Button type="primary" disabled={body.reason === ''} onClick={() => void go()}>{say('merge')}</Button><Button onClick={close}>{say('back')}</Button></div>
      </div>
    </SidePanel>
  );
}
