import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { addressOf, call, Problem, problemKind } from '#ui/index.ts';
import { batchAnswer, contactsAnswer, exportJson, exportsAnswer, printablesAnswer, type BatchAnswer, type ExportJson, type PaperSize, type RegisterBody } from '../contract.ts';

export const PAGE = 50;

/** What can be printed of a matter. */
export const printablesQuery = (matter: string) => queryOptions({
  queryKey: ['matter', matter, 'papers'],
  queryFn: ({ signal }) => call({ path: `/api/matters/${matter}/papers`, schema: printablesAnswer, signal }),
});

/** `form` is null where each of several comes on its own. */
export interface ToPrint { readonly form: string | null; readonly paper: PaperSize; readonly copies?: number; readonly offset?: { readonly x: number; readonly y: number } }

/** Prints a form of a matter, which counts. @returns the address of the file. @throws Problem */
export async function printForm(matter: string, { form, ...body }: ToPrint, key: string): Promise<string> {
  // The PDF itself is fetched by its address, so that the browser shows it in a tab of its own.
  await call({ method: 'POST', path: `/api/matters/${matter}/papers/${form ?? ''}`, body, schema: z.unknown(), key });
  const { items } = await call({ path: `/api/matters/${matter}/papers`, schema: printablesAnswer });
  const file = items.find((each) => each.form === form)?.file ?? null;
  if (file === null) throw new Problem('not-found');
  return fileAddress(file);
}

/** Prints several matters as one file, and tells how each fared. @throws Problem */
export const printSeveral = (matters: readonly string[], { form, ...body }: ToPrint, key: string): Promise<BatchAnswer> =>
  call({ method: 'POST', path: '/api/papers/batch', body: { ...(form === null ? {} : { form }), matters, ...body }, schema: batchAnswer, key });

export const fileAddress = (file: string): string => `/api/papers/files/${file}`;

/** The address of a preview, which does not count. */
export const previewAddress = (matter: string, form: string, paper: PaperSize): string => addressOf(`/api/matters/${matter}/papers/${form}`, { paper });

/** The register of calls, visits and letters, page by page, newest first. */
export const contactsQuery = (filter: Filter) => infiniteQueryOptions({
  queryKey: ['matters', 'contacts', filter], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/contacts', query: { ...filter, cursor: pageParam, limit: PAGE }, schema: contactsAnswer, signal }),
  getNextPageParam: (page) => page.next,
});

/** Prints the register of a period. @returns the address of the PDF in this browser. @throws Problem */
export async function printRegister(body: RegisterBody, key: string): Promise<string> {
  const answer = await fetch('/api/papers/contact-register', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) })
    .catch(() => { throw new Problem('offline'); });
  if (answer.ok) return URL.createObjectURL(await answer.blob());
  const said = await answer.json().catch(() => ({})) as { readonly error?: string; readonly message?: string; readonly details?: unknown };
  throw new Problem(problemKind(answer.status, said.error ?? ''), { status: answer.status, message: said.message ?? '', details: said.details });
}

/** One's own exports, looked at every two seconds while one of them is being made. */
export const myExportsQuery = queryOptions({
  queryKey: ['exports', 'mine'],
  queryFn: ({ signal }) => call({ path: '/api/exports', schema: exportsAnswer, signal }).then((answer) => answer.items),
  refetchInterval: (query) => (query.state.data?.some((each) => each.state === 'waiting' || each.state === 'running') ? 2_000 : false),
});

export type Filter = Readonly<Record<string, string | number | boolean | undefined>>;

const given = (filter: Filter): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== ''));

/** How many rows an export would have. */
export const exportSizeQuery = (list: string, filter: Filter) => queryOptions({
  queryKey: [list, 'export-size', given(filter)], staleTime: 10_000,
  queryFn: ({ signal }): Promise<ExportJson> => call({ method: 'POST', path: '/api/exports', query: { dry: 1 }, body: { list, filter: given(filter) }, schema: exportJson, signal }),
});

export const askExport = (list: string, filter: Filter, key: string): Promise<ExportJson> => call({ method: 'POST', path: '/api/exports', body: { list, filter: given(filter) }, schema: exportJson, key });

/** An export on its way, looked at every two seconds until it is made. */
export const exportQuery = (id: string) => queryOptions({
  queryKey: ['export', id],
  queryFn: ({ signal }): Promise<ExportJson> => call({ path: `/api/exports/${id}`, schema: exportJson, signal }),
  refetchInterval: (query) => (query.state.data?.state === 'done' || query.state.data?.state === 'failed' ? false : 2_000),
});

export const exportFile = (id: string): string => `/api/exports/${id}/file`;
