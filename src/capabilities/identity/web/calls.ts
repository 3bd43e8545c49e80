import { z } from 'zod';
import { call, type Choice } from '#ui/index.ts';
import { keyJson, me, newKey, personJson, resetAnswer, type Me } from '../contract.ts';

const nothing = z.unknown();
export type Person = z.infer<typeof personJson>;
export type Key = z.infer<typeof keyJson>;

/** Who is signed in; a failure with kind `signed-out` when nobody is. */
export const readMe = (signal?: AbortSignal): Promise<Me> => call({ path: '/api/me', schema: me, quiet: true, ...(signal ? { signal } : {}) });
export const meQuery = { queryKey: ['me'], queryFn: ({ signal }: { signal: AbortSignal }) => readMe(signal), staleTime: 300_000, retry: false } as const;

export const signIn = (body: { tenant: string; username: string; password: string }): Promise<Me> => call({ method: 'POST', path: '/api/login', body, schema: me, quiet: true });
export const signOut = (): Promise<unknown> => call({ method: 'POST', path: '/api/logout', body: {}, schema: nothing, quiet: true });
export const changePassword = (body: { current: string; next: string }, key: string): Promise<unknown> => call({ method: 'POST', path: '/api/me/password', body, schema: nothing, key });

const demonstrations = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })), accounts: z.array(z.string()) });
export type Demonstrations = z.infer<typeof demonstrations>;
/** The companies to try, and their accounts; outside a demonstration there is no such list. */
export const readDemonstrations = (): Promise<Demonstrations> =>
  call({ path: '/api/tenants', schema: demonstrations, quiet: true }).catch(() => ({ items: [], accounts: [] }));

const choices = z.object({ items: z.array(z.looseObject({ title: z.string() })) });
/** Units and positions answer with an id or a code; either is what the contract wants back. */
const readChoices = async (path: string): Promise<Choice[]> => {
  const { items } = await call({ path, schema: choices });
  return items.map((item) => ({ id: String(item['id'] ?? item['code'] ?? item['position'] ?? item.title), title: item.title }));
};
export const readUnits = (): Promise<Choice[]> => readChoices('/api/units');
export const readPositions = (): Promise<Choice[]> => readChoices('/api/positions');

const colleagues = z.object({ items: z.array(z.looseObject({ name: z.string() })) });
export const findColleagues = async (search: string): Promise<Choice[]> => {
  const { items } = await call({ path: '/api/colleagues', query: { search }, schema: colleagues });
  return items.map((item) => ({ id: String(item['id'] ?? item['person'] ?? item['username']), title: item.name }));
};

export const readPeople = (): Promise<Person[]> => call({ path: '/api/people', schema: z.object({ items: z.array(personJson) }) }).then((list) => list.items);
export const addPerson = (body: unknown, key: string): Promise<unknown> => call({ method: 'POST', path: '/api/people', body, schema: nothing, key });
export const changePerson = (id: string, body: unknown, key: string): Promise<unknown> => call({ method: 'PATCH', path: `/api/people/${id}`, body, schema: nothing, key });
export const resetPassword = (id: string, key: string): Promise<{ password: string }> => call({ method: 'POST', path: `/api/people/${id}/password`, body: {}, schema: resetAnswer, key });
export const deactivate = (id: string, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/people/${id}/leave`, body: {}, schema: nothing, key });

export const readKeys = (): Promise<Key[]> => call({ path: '/api/keys', schema: z.object({ items: z.array(keyJson) }) }).then((list) => list.items);
export const addKey = (body: { name: string }, key: string): Promise<z.infer<typeof newKey>> => call({ method: 'POST', path: '/api/keys', body, schema: newKey, key });
export const revokeKey = (id: string, key: string): Promise<unknown> => call({ method: 'DELETE', path: `/api/keys/${id}`, schema: nothing, key });
