import { z } from 'zod';
import { call } from '#ui/index.ts';
import { approvalsAnswer, type ApprovalsAnswer } from '../contract.ts';

export type Decision = 'approve' | 'reject' | 'return';

export const readApprovals = (signal?: AbortSignal): Promise<ApprovalsAnswer> => call({ path: '/api/approvals', schema: approvalsAnswer, quiet: true, ...(signal ? { signal } : {}) });
export const decide = (id: string, body: { decision: Decision; opinion?: string }, key: string): Promise<unknown> =>
  call({ method: 'POST', path: `/api/approvals/${id}/decision`, body, schema: z.unknown(), key, quiet: true });

const phrases = z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), of: z.string() })) });
export type Phrase = z.infer<typeof phrases>['items'][number];
/** One's own phrases before those of the team. */
export const readPhrases = (): Promise<readonly Phrase[]> =>
  call({ path: '/api/phrases', schema: phrases, quiet: true }).then(({ items }) => [...items.filter((each) => each.of === 'me'), ...items.filter((each) => each.of !== 'me')]).catch(() => []);

const files = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })) });
export type File = z.infer<typeof files>['items'][number];
export const readFiles = (matter: string): Promise<readonly File[]> => call({ path: `/api/matters/${matter}/attachments`, schema: files, quiet: true }).then(({ items }) => items).catch(() => []);
