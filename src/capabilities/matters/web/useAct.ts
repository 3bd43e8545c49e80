import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { Problem, useSubmission } from '#ui/index.ts';
import { eventJson, refusalJson, type ActBody, type EventJson, type MatterJson, type RefusalJson } from '../contract.ts';
import { act, askApproval } from './calls.ts';

/** How the last try of an act ended, where it did not succeed. What was typed is never part of it: the panel keeps that. */
export type Outcome =
  | { readonly is: 'refused'; readonly refusals: readonly RefusalJson[] }
  | { readonly is: 'changed'; readonly version: number | null; readonly events: readonly EventJson[] }
  | { readonly is: 'trouble'; readonly trouble: unknown };

interface Acting {
  readonly busy: boolean;
  readonly outcome: Outcome | null;
  /** Does the act. @returns the matter afterwards, or null when it was not done. */
  readonly submit: (body: ActBody) => Promise<MatterJson | null>;
  /** Asks for the approval an act needs. @returns whether it was asked. */
  readonly apply: (body: { act: string; fields: Record<string, unknown> }) => Promise<boolean>;
}

/** One act on one matter, tried as often as needed. */
export function useAct(matter: string): Acting {
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const acting = useRef(false);
  const attempt = async <T>(step: () => Promise<T>): Promise<T | null> => {
    // A second press while the first still waits does nothing.
    if (acting.current) return null;
    acting.current = true;
    setBusy(true);
    setOutcome(null);
    try {
      const found = await step();
      submission.done();
      // What is shown elsewhere is fetched again meanwhile: an act that is done does not wait for it.
      for (const queryKey of [['matter', matter], ['desk'], ['matters'], ['explanation']]) void cache.invalidateQueries({ queryKey });
      return found;
    } catch (failed) {
      const ended = outcomeOf(failed);
      setOutcome(ended);
      if (ended.is === 'changed') void cache.invalidateQueries({ queryKey: ['matter', matter] });
      return null;
    } finally {
      acting.current = false;
      setBusy(false);
    }
  };
  return {
    busy, outcome,
    submit: (body) => attempt(async () => (await act(matter, body, submission.keyFor(body))).matter),
    apply: async (body) => (await attempt(async () => { await askApproval(matter, body, submission.keyFor(['approval', body])); return true; })) ?? false,
  };
}

const refused = z.object({ refusals: z.array(refusalJson).min(1) });
const changed = z.object({ version: z.number().int(), events: z.array(eventJson) });

/** Why a call did not do the act, read from its failure. */
export function outcomeOf(trouble: unknown): Outcome {
  // A refusal may also be a matter of rights (403): wherever the server gives its reasons, they are shown as a door.
  if (trouble instanceof Problem && (trouble.kind === 'refused' || trouble.kind === 'forbidden')) {
    const read = refused.safeParse(trouble.details);
    if (read.success) return { is: 'refused', refusals: read.data.refusals };
  }
  if (trouble instanceof Problem && trouble.kind === 'changed') {
    const read = changed.safeParse(trouble.details);
    return { is: 'changed', version: read.success ? read.data.version : null, events: read.success ? read.data.events : [] };
  }
  return { is: 'trouble', trouble };
}
