import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { intakeAnswer, intakeForecast, similarMatter, type IntakeAnswer, type IntakeBody, type IntakeForecast } from '../../contract.ts';

/** Saves, and passes on or answers in the same round. */
export const saveIntake = (body: IntakeBody, key: string): Promise<IntakeAnswer> => call({ method: 'POST', path: '/api/intake', body, schema: intakeAnswer, key });

/** A forecast, and which draft it was asked for. */
export type ForecastOf = IntakeForecast & { readonly of: string };

/** What saving would do; the last answer stays until the next one is there, and says of which draft it is. @param body - as JSON text; '' asks nothing */
export const forecastQuery = (of: string, body: string) => queryOptions({
  queryKey: ['forecast', of, body], enabled: body !== '', placeholderData: keepPreviousData, staleTime: 30_000, retry: false,
  queryFn: async ({ signal }): Promise<ForecastOf> => ({ ...(await call({ method: 'POST', path: '/api/intake/forecast', body: JSON.parse(body) as unknown, schema: intakeForecast, signal })), of }),
});

export interface Sought { readonly customer?: string; readonly phone?: string; readonly address?: string; readonly content: string }
/** Open matters that look like the one being written. */
export const similarQuery = (sought: Sought | null) => queryOptions({
  queryKey: ['similar', sought], enabled: sought !== null, staleTime: 10_000,
  queryFn: ({ signal }) => call({ path: '/api/matters/similar', query: { ...sought }, schema: z.object({ items: z.array(similarMatter) }), signal }).then((list) => list.items),
});

const told = z.object({ items: z.array(z.object({ class: z.string(), person: z.object({ name: z.string() }), readAt: z.string().nullable(), takenAt: z.string().nullable(), takenHow: z.enum(['seen', 'handling']).nullable() })) });
export interface Told { readonly name: string; readonly readAt: string | null; /** Since when he handles it; null = he has only seen it, or not yet. */ readonly handlingAt: string | null }

/** Who was alarmed of a matter, and since when he knows; one line a person. Asked again every two seconds: somebody is on the line. */
export const toldQuery = (matter: string) => queryOptions({
  queryKey: ['matter', matter, 'told'], refetchInterval: 2_000,
  queryFn: ({ signal }) => call({ path: `/api/matters/${matter}/notices`, schema: told, signal }).then(({ items }) => {
    const people = new Map<string, Told>();
    for (const { class: kind, person, readAt, takenAt, takenHow } of items) {
      const seen = takenAt ?? readAt ?? people.get(person.name)?.readAt ?? null;
      const handlingAt = takenHow === 'handling' ? takenAt : (people.get(person.name)?.handlingAt ?? null);
      if (kind === 'alarm') people.set(person.name, { name: person.name, readAt: seen, handlingAt });
    }
    // Who comes is what the caller asks first.
    return [...people.values()].toSorted((left, right) => Number(right.handlingAt !== null) - Number(left.handlingAt !== null));
  }),
});
