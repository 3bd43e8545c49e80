import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Submission } from '#ui/index.ts';
import type { IntakeAnswer, IntakeBody, ReceiveBody } from '../../contract.ts';
import { savedAs, type Draft } from '../rules/draft.ts';
import { saveIntake } from './calls.ts';
import { attachmentsOf } from './usePictures.ts';

export type Follow = 'forward' | 'answer' | null;
export interface Pressed { readonly draft: string; readonly then: Follow }

export interface Saving {
  /** What is being saved now: the draft, and what was pressed; null = nothing. */
  readonly pressed: Pressed | null;
  /** Why the last try did not succeed, and whose it was; null after a success. */
  readonly failed: { readonly draft: string; readonly trouble: unknown; readonly then: Follow } | null;
  /** @param to - who gets it; '' = nobody @returns null when it did not succeed: the draft stays as it is */
  readonly save: (sent: Sent, fields?: Record<string, unknown>) => Promise<IntakeAnswer | null>;
}

/** What is saved, what follows at once, and who gets it ('' = nobody). */
export interface Sent { readonly draft: Draft; readonly receive: ReceiveBody; readonly then: Follow; readonly to: string }

/** What is sent: the same for the forecast and for saving, but for its files. */
export function intakeBodyOf({ draft, receive, then, to }: Sent, fields: Record<string, unknown> = {}): IntakeBody {
  return {
    draft: savedAs(draft), receive, ...(then === null ? {} : { then }), ...(then === 'forward' && to !== '' ? { to } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

/** Saves in one round. The same text under the same key as long as it has not succeeded: a lost answer makes no second matter. */
export function useSave(whose: string): Saving {
  const cache = useQueryClient();
  // Each draft has its own: another call saved meanwhile does not take the key of this one away.
  const submissions = useRef(new Map<string, Submission>());
  const saving = useRef(false);
  const [pressed, press] = useState<Pressed | null>(null);
  const [failed, fail] = useState<Saving['failed']>(null);
  const save: Saving['save'] = async (sent, fields) => {
    const { draft, receive } = sent;
    // A second press while the first still waits does nothing.
    if (saving.current) return null;
    saving.current = true;
    press({ draft: draft.id, then: sent.then });
    fail(null);
    try {
      const submission = submissions.current.get(draft.id) ?? new Submission();
      submissions.current.set(draft.id, submission);
      const files = await attachmentsOf(whose, draft.pictures, Date.now());
      const body = intakeBodyOf({ ...sent, receive: { ...receive, ...(files.length > 0 ? { files } : {}) } }, fields);
      const answer = await saveIntake(body, submission.keyFor(body));
      submissions.current.delete(draft.id);
      for (const name of ['desk', 'matters', 'customer', 'customers', 'similar']) void cache.invalidateQueries({ queryKey: [name] });
      return answer;
    } catch (trouble) {
      fail({ draft: draft.id, trouble, then: sent.then });
      return null;
    } finally {
      saving.current = false;
      press(null);
    }
  };
  return { pressed, failed, save };
}
