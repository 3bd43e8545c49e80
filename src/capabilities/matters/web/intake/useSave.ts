import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSubmission } from '#ui/index.ts';
import type { MatterJson, ReceiveBody } from '../../contract.ts';
import { act, actsQuery, receive } from '../calls.ts';
import { forwardingAct } from '../rules/acts.ts';

/** What a save has come to. `forwarded` is the title of the act that passed it on; null when that is still to be done. */
export interface Saved { readonly matter: MatterJson; readonly forwarded: string | null; readonly forwardWith: string | null }

interface Saving { readonly busy: boolean; readonly trouble: unknown; readonly save: (body: ReceiveBody, forward: boolean, to: string) => Promise<Saved | null> }

/** Receives a matter and, if wanted, passes it on. A matter that was received stays received, even when passing it on fails. */
export function useSave(): Saving {
  const cache = useQueryClient();
  const received = useSubmission();
  const passed = useSubmission();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);

  const passOn = async (matter: MatterJson, to: string): Promise<Saved> => {
    const kept: Saved = { matter, forwarded: null, forwardWith: 'forward' };
    try {
      const passing = forwardingAct(await cache.fetchQuery(actsQuery(matter.id)));
      if (!passing) return { ...kept, forwardWith: null };
      if (to === '') return { ...kept, forwardWith: passing.act };
      const body = { act: passing.act, fields: { to }, version: matter.version };
      const answer = await act(matter.id, body, passed.keyFor(body));
      passed.done();
      return { matter: answer.matter, forwarded: passing.title, forwardWith: null };
    } catch {
      // The page of the matter asks again, with the reason.
      return kept;
    }
  };

  const save: Saving['save'] = async (body, forward, to) => {
    setBusy(true);
    setTrouble(null);
    try {
      const matter = await receive(body, received.keyFor(body));
      received.done();
      const saved = forward ? await passOn(matter, to) : { matter, forwarded: null, forwardWith: null };
      await Promise.all(['desk', 'matters', 'customer', 'matter'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
      return saved;
    } catch (failed) {
      setTrouble(failed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, save };
}
