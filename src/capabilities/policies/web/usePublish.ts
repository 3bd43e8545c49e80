import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { call, Problem, useSubmission } from '#ui/index.ts';
import { published, publishProblem, type PublishProblem } from '../contract.ts';

/** The two files of a policy, as somebody chose them. */
export interface Chosen { readonly rules: File | null; readonly document: File | null }

export interface Publishing {
  readonly busy: boolean;
  readonly problems: readonly PublishProblem[];
  readonly trouble: unknown;
  /** What another policy in force receives now and would go over: said once, published after a confirmation. */
  readonly takesOver: string | null;
  /** @returns the title of what is in force now; null when it was refused */
  readonly publish: (files: Chosen, takeOver: boolean) => Promise<string | null>;
  /** Other files were chosen: nothing is known of them yet. */
  readonly forget: () => void;
}

const NOTHING: Omit<Publishing, 'publish' | 'forget'> = { busy: false, problems: [], trouble: null, takesOver: null };
const refused = z.object({ problems: z.array(publishProblem) });

/** Publishes two files; what is wrong with them comes back line by line, and nothing has been published then. */
export function usePublish(): Publishing {
  const cache = useQueryClient();
  const submission = useSubmission();
  const [state, put] = useState(NOTHING);
  const publish = async ({ rules, document }: Chosen, takeOver: boolean): Promise<string | null> => {
    if (!rules || !document || state.busy) return null;
    put({ ...NOTHING, busy: true });
    try {
      const body = { rules: await rules.text(), document: await document.text(), ...(takeOver ? { takeOver } : {}) };
      const { title } = await call({ method: 'POST', path: '/api/policies', body, schema: published, key: submission.keyFor(body) });
      submission.done();
      put(NOTHING);
      // Menus, kinds and rights may all be others now.
      await cache.invalidateQueries();
      return title;
    } catch (trouble) {
      if (trouble instanceof Problem && trouble.code === 'takes-over') {
        put({ ...NOTHING, takesOver: trouble.message });
        return null;
      }
      const wrong = trouble instanceof Problem && trouble.code === 'policy-refused' ? refused.safeParse(trouble.details) : null;
      put(wrong?.success ? { ...NOTHING, problems: wrong.data.problems } : { ...NOTHING, trouble });
      return null;
    }
  };
  return { ...state, publish, forget: () => put((before) => ({ ...NOTHING, busy: before.busy })) };
}
