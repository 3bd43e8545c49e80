import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call, type Query } from '#ui/index.ts';
import {
  actAnswer, approvalAnswer, becauseJson, eventJson, explanationJson, matterCount, matterJson, matterRow, possibleAct, refusalRow,
  type ActAnswer, type ActBody, type EventJson, type MatterJson, type MatterView, type ReceiveBody, type WhyAsked,
} from '../contract.ts';

export const PAGE = 50;
const nothing = z.unknown();
const pageOf = <T extends z.ZodType>(row: T) => z.object({ items: z.array(row), next: z.string().nullable() });

export interface MatterFilter extends Query {
  readonly kind?: string; readonly stage?: string; readonly severity?: string; readonly search?: string; readonly number?: string; readonly customer?: string;
  readonly open?: 'true' | 'false'; readonly overdue?: 'true'; readonly view?: MatterView;
  readonly project?: string; readonly bearer?: string; readonly owed?: 'open' | 'today' | 'overdue';
}
export const mattersQuery = (filter: MatterFilter) => infiniteQueryOptions({
  queryKey: ['matters', filter], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/matters', query: { ...filter, limit: PAGE, cursor: pageParam }, schema: pageOf(matterRow), signal }),
  getNextPageParam: (page) => page.next,
});

export const matterQuery = (id: string) => queryOptions({
  queryKey: ['matter', id], refetchInterval: 60_000,
  queryFn: ({ signal }) => call({ path: `/api/matters/${id}`, schema: matterJson, signal }),
});
export const actsQuery = (id: string) => queryOptions({
  queryKey: ['matter', id, 'acts'],
  queryFn: ({ signal }) => call({ path: `/api/matters/${id}/acts`, schema: z.array(possibleAct), signal }),
});
/** All events of a matter, oldest first; a matter has tens of them, read in as many pages as the server makes. */
export const eventsQuery = (id: string) => queryOptions({
  queryKey: ['matter', id, 'events'],
  queryFn: async ({ signal }) => {
    const schema = z.object({ items: z.array(eventJson), next: z.union([z.string(), z.number()]).nullable() });
    const events: EventJson[] = [];
    for (let after: string | number | null = ''; after !== null;) {
      const page: z.infer<typeof schema> = await call({ path: `/api/matters/${id}/events`, query: { after }, schema, signal });
      events.push(...page.items);
      after = page.next;
    }
    return events;
  },
});
export const explanationQuery = (obligation: string) => queryOptions({
  queryKey: ['explanation', obligation],
  queryFn: ({ signal }) => call({ path: `/api/obligations/${encodeURIComponent(obligation)}/explanation`, schema: explanationJson, signal }),
});

/** Why this severity, handler, approver or bearer. */
export const becauseQuery = (matter: string, { of, name, step }: WhyAsked) => queryOptions({
  queryKey: ['matter', matter, 'why', of, name, step ?? null],
  queryFn: ({ signal }) => call({ path: `/api/matters/${matter}/why`, query: { of, name, step }, schema: becauseJson, signal }),
});

/** The company's own last reasons for an act. */
export const reasonsQuery = (act: string) => queryOptions({
  queryKey: ['reasons', act], staleTime: 300_000,
  queryFn: ({ signal }) => call({ path: '/api/reasons', query: { act }, schema: z.object({ items: z.array(z.string()) }), signal }).then((list) => list.items),
});
export const countQuery = (filter: MatterFilter) => queryOptions({
  queryKey: ['matters', 'count', filter],
  queryFn: ({ signal }) => call({ path: '/api/matters/count', query: filter, schema: matterCount, signal }),
});
/** One page of matters; `cursor` is empty for the first. */
export const mattersPageQuery = (filter: MatterFilter, cursor: string) => queryOptions({
  queryKey: ['matters', 'page', filter, cursor], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => call({ path: '/api/matters', query: { ...filter, limit: PAGE, cursor }, schema: pageOf(matterRow), signal }),
});

const notified = z.object({ id: z.string(), text: z.string(), at: z.string(), person: z.object({ id: z.string(), name: z.string() }), readAt: z.string().nullable() });
export type Notified = z.infer<typeof notified>;
/** Who was told of a matter, oldest first. */
export const notifiedQuery = (id: string) => queryOptions({
  queryKey: ['matter', id, 'notified'],
  queryFn: ({ signal }) => call({ path: `/api/matters/${id}/notices`, schema: z.object({ items: z.array(notified) }), signal }).then((list) => list.items),
});

const attachment = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() });
export type Attachment = z.infer<typeof attachment>;
export const attachmentsQuery = (id: string) => queryOptions({
  queryKey: ['matter', id, 'attachments'],
  queryFn: ({ signal }) => call({ path: `/api/matters/${id}/attachments`, schema: z.object({ items: z.array(attachment.extend({ uploadedBy: z.string(), at: z.string() })) }), signal }).then((list) => list.items),
});
/** Stores a file, for a matter or for a form that is still being written. */
export function upload(file: File, key: string, matter?: string): Promise<Attachment> {
  const body = new FormData();
  if (matter !== undefined) body.set('matter', matter);
  body.set('file', file);
  return call({ method: 'POST', path: '/api/attachments', body, schema: attachment, key });
}

export const receive = (body: ReceiveBody, key: string): Promise<MatterJson> => call({ method: 'POST', path: '/api/matters', body, schema: matterJson, key });
/** What would happen: the same answer as saving, nothing written. */
export const forecast = (body: ReceiveBody, signal: AbortSignal): Promise<MatterJson> =>
  call({ method: 'POST', path: '/api/matters', query: { dry: 1 }, body, schema: matterJson, signal });
export const act = (id: string, body: ActBody, key: string): Promise<ActAnswer> => call({ method: 'POST', path: `/api/matters/${id}/acts`, body, schema: actAnswer, key });
/** What an act would do, nothing written. @param body - as JSON text; '' asks nothing */
export const rehearsalQuery = (matter: string, body: string) => queryOptions({
  queryKey: ['rehearsal', matter, body], enabled: body !== '', retry: false, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => call({ method: 'POST', path: `/api/matters/${matter}/acts`, query: { dry: 1 }, body: JSON.parse(body) as unknown, schema: actAnswer, signal }),
});
export const askApproval = (id: string, body: { act: string; fields: Record<string, unknown> }, key: string): Promise<unknown> =>
  call({ method: 'POST', path: `/api/matters/${id}/approvals`, body, schema: approvalAnswer, key });
export const decide = (approval: string, body: { decision: 'approve' | 'reject' | 'return'; opinion?: string }, key: string): Promise<unknown> =>
  call({ method: 'POST', path: `/api/approvals/${approval}/decision`, body, schema: nothing, key });

export const refusalsQuery = infiniteQueryOptions({
  queryKey: ['refusals'], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/refusals', query: { limit: PAGE, cursor: pageParam }, schema: pageOf(refusalRow), signal }),
  getNextPageParam: (page) => page.next,
});
