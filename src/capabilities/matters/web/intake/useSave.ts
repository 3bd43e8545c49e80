import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem, useSubmission } from '#ui/index.ts';
import type { IntakeAnswer, IntakeBody, ReceiveBody } from '../../contract.ts';
import { savedAs, type Draft } from '../rules/draft.ts';
import { saveIntake } from './calls.ts';
import { attachmentsOf } from './usePictures.ts';

export type Follow = 'forward' | 'answer' | null;

export interface Saving {
  readonly busy: boolean;
  /** Why the last try did not succeed; null after a success. */
  readonly trouble: unknown;
  /** The customer of the draft is no longer there: merged with another, or erased. */
  readonly customerGone: boolean;
  /** @returns null when it did not succeed: the draft stays as it is */
  readonly save: (draft: Draft, receive: ReceiveBody, then: Follow, fields?: Record<string, unknown>) => Promise<IntakeAnswer | null>;
  readonly forget: () => void;
}

/** What is sent: the same for the forecast and for saving, but for its files. */
export function intakeBodyOf(draft: Draft, receive: ReceiveBody, then: Follow, fields: Record<string, unknown> = {}): IntakeBody {
  return {
    draft: savedAs(draft), receive, ...(then === null ? {} : { then }), ...(then === 'forward' && draft.to !== '' ? { to: draft.to } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

/** Saves in one round. The same text under the same key as long as it has not succeeded: a lost answer makes no second matter. */
export function useSave(whose: string): Saving {
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const save: Saving['save'] = async (draft, receive, then, fields) => {
    setBusy(true);
    setTrouble(null);
    try {
      const files = await attachmentsOf(whose, draft.pictures, Date.now());
      const body = intakeBodyOf(draft, { ...receive, ...(files.length > 0 ? { files } : {}) }, then, fields);
      const answer = await saveIntake(body, submission.keyFor(body));
      submission.done();
      for (const name of ['desk', 'matters', 'customer', 'customers', 'similar']) void cache.invalidateQueries({ queryKey: [name] });
      return answer;
    } catch (failed) {
      setTrouble(failed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, customerGone: trouble instanceof Problem && trouble.kind === 'not-found', save, forget: () => setTrouble(null) };
}
