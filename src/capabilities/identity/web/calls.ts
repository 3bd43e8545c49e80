import { z } from 'zod';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call, Problem } from '#ui/index.ts';
import { handOverAnswer, holdingsJson, keyJson, keysAnswer, me, newKey, peopleAnswer, personJson, resetAnswer, sessionJson, type HandOverAnswer, type HoldingsJson, type Me } from '../contract.ts';

const nothing = z.unknown();
export type Person = z.infer<typeof personJson>;
export type Key = z.infer<typeof keyJson>;

/** The code of a stranger's problem while there is no company that he could sign in to. */
export const TO_SET_UP = 'to-set-up';

/** Who is signed in; a failure with kind `signed-out` when nobody is. */
export async function readMe(signal?: AbortSignal): Promise<Me> {
  const session = await call({ path: '/api/session', schema: sessionJson, quiet: true, ...(signal ? { signal } : {}) });
  if (!session.me) throw new Problem('signed-out', session.toSetUp ? { code: TO_SET_UP } : {});
  return session.me;
}
export const meQuery = { queryKey: ['me'], queryFn: ({ signal }: { signal: AbortSignal }) => readMe(signal), staleTime: 300_000, retry: false } as const;

export const signIn = (body: { tenant: string; username: string; password: string }): Promise<Me> => call({ method: 'POST', path: '/api/login', body, schema: me, quiet: true });
export const signOut = (): Promise<unknown> => call({ method: 'POST', path: '/api/logout', body: {}, schema: nothing, quiet: true });
export const changePassword = (body: { current: string; next: string }, key: string): Promise<unknown> => call({ method: 'POST', path: '/api/me/password', body, schema: nothing, key });

const demonstrations = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })), accounts: z.array(z.string()) });
export type Demonstrations = z.infer<typeof demonstrations>;
/** The companies to try, and their accounts; outside a demonstration there is no such list. */
export const readDemonstrations = (): Promise<Demonstrations> =>
  call({ path: '/api/tenants', schema: demonstrations, quiet: true }).catch(() => ({ items: [], accounts: [] }));

export const PAGE = 100;
/** People of the company by account; those who have left only where they are asked for. */
export const peopleQuery = (left: boolean) => infiniteQueryOptions({
  queryKey: ['people', left], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/people', query: { left, limit: PAGE, cursor: pageParam }, schema: peopleAnswer, signal }),
  getNextPageParam: (page) => page.next,
});
export const addPerson = (body: unknown, key: string): Promise<unknown> => call({ method: 'POST', path: '/api/people', body, schema: nothing, key });
export const changePerson = (id: string, body: unknown, key: string): Promise<unknown> => call({ method: 'PATCH', path: `/api/people/${id}`, body, schema: nothing, key });
export const resetPassword = (id: string, key: string): Promise<z.infer<typeof resetAnswer>> => call({ method: 'POST', path: `/api/people/${id}/password-reset`, body: {}, schema: resetAnswer, key });
export const comeBack = (id: string, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/people/${id}/return`, body: {}, schema: nothing, key });
/** What lies on somebody before he leaves. */
export const holdingsQuery = (id: string) => ({ queryKey: ['people', 'holdings', id], queryFn: ({ signal }: { signal: AbortSignal }): Promise<HoldingsJson> => call({ path: `/api/people/${id}/holdings`, schema: holdingsJson, signal }), staleTime: 0 });
/** Everything to others, then he is deactivated; each matter is answered for. */
export const handEverythingOver = (id: string, body: unknown, key: string): Promise<HandOverAnswer> => call({ method: 'POST', path: `/api/people/${id}/hand-over`, body, schema: handOverAnswer, key });
export const deactivate = (id: string, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/people/${id}/leave`, body: {}, schema: nothing, key });

export const readKeys = (): Promise<Key[]> => call({ path: '/api/keys', schema: keysAnswer }).then((list) => list.items);
export const addKey = (body: { name: string }, key: string): Promise<z.infer<typeof newKey>> => call({ method: 'POST', path: '/api/keys', body, schema: newKey, key });
export const revokeKey = (id: string, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/keys/${id}/revoke`, body: {}, schema: nothing, key });
